using Bot.Answers;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>只读 reads no resident's name and no number, wherever what was said is shown again, and finds none by guessing.</summary>
public sealed class MaskedWordsTests(RoleRig rig) : IClassFixture<RoleRig>
{
    private const string Phone = "13812345678";
    private const string Name = "赵小满";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_that_are_shown_again_are_masked()
    {
        string words = $"@{Name} 请打{Phone}";
        await rig.Host.Get<WriteQueue>().RunAsync(async (db, token) =>
        {
            await db.Set<MessageDecision>().Where(row => row.MessageSeq == rig.Own.Message).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Reply, words).SetProperty(row => row.Reason, words), token);
            HandOff item = await db.Set<HandOff>().AsTracking().SingleAsync(row => row.Number == rig.Own.Question, token);
            (item.State, item.Answer, item.AnsweredBy) = (HandOffState.Answered, words, "周敏");
            db.Add(new AskedQuestion
            {
                Question = "几点开门",
                Asker = Name,
                Group = RoleRig.OwnGroup,
                Channel = "webchat",
                Conversation = RoleRig.OwnGroup,
                MessageId = "masked",
                Reply = words,
                AskedAt = DateTimeOffset.UnixEpoch,
                HandOff = item.Number,
            });
            Ticket ticket = (await db.FindTicketAsync(rig.Own.Ticket, token))!;
            ticket.ClaimedBy = Name;
            ticket.Contact($"打给{Name}，{Phone}", "周敏", DateTimeOffset.UnixEpoch);
        }, Token);
        foreach (string page in new[] { "/console/messages", $"/console/messages/{rig.Own.Message}", "/console/knowledge/asked", $"/console/tickets/{rig.Own.Ticket}" })
        {
            (await rig.Browsers["lead"].GetTextAsync(page)).ShouldContain(Phone, customMessage: page);
            string masked = await rig.Browsers["reader"].GetTextAsync(page);
            masked.ShouldNotContain(Phone, customMessage: page);
            masked.ShouldNotContain($"@{Name}", customMessage: page);
            masked.ShouldNotContain($">{Name}<", customMessage: page);
        }
    }

    [Fact]
    public async Task Numbers_are_not_found_by_guessing_them()
    {
        await rig.Host.Get<WriteQueue>().RunAsync((db, token) => db.Set<HandOff>().Where(row => row.Number == rig.Own.Question)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Question, $"我是{Phone}，想问停车").SetProperty(row => row.State, HandOffState.Waiting), token), Token);
        string found = $"/console/questions/{rig.Own.Question}";
        (await rig.Browsers["lead"].GetTextAsync("/console/questions?q=138123")).ShouldContain(found);
        (await rig.Browsers["reader"].GetTextAsync("/console/questions?q=138123")).ShouldNotContain(found);
        (await rig.Browsers["reader"].GetTextAsync("/console/questions?q=停车")).ShouldContain(found);
    }
}
