using System.Text.RegularExpressions;
using Bot.Grids;
using Knowledge;

namespace Bot.Answers;

/// <summary>
/// Answers a question from the documents, with the words and where they stand, or hands it to a person; somebody's own case gets
/// both. The group and 试问一句 go the same way.
/// </summary>
public sealed partial class QuestionDesk(IKnowledge knowledge, CommunityDirectory directory, CommunityClock clock)
{
    private readonly HandOffReplies _handOffs = new(directory, clock);
    private readonly AnswerReplies _answers = new(directory, clock);

    /// <summary>What the documents say, before anything is written.</summary>
    /// <param name="fragments">What was said in a row: one question mostly, in pieces or with words around it, and now and then several.</param>
    /// <param name="group">Where it was asked; null where no group asks.</param>
    /// <param name="earlier">The question that these may go on from; see <see cref="FollowUps"/>.</param>
    public async Task<Considered> ConsiderAsync(
        IReadOnlyList<string> fragments, DateTimeOffset asked, string? group, CancellationToken cancellationToken, string? earlier = null)
    {
        DateOnly day = DateOnly.FromDateTime(clock.Local(asked));
        string whole = string.Join('\n', fragments);
        bool isPersonal = PersonalCases.Is(whole);
        string[]? grids = group is null ? null : [.. directory.NamesAround(group)];
        if (earlier is not null && fragments.All(FollowUps.Presses))
        {
            // nothing more is asked of the documents
            string pressed = FollowUps.Named(earlier, string.Join(' ', fragments));
            return new Considered(pressed, IsPersonal: true, [new AskedPart(pressed, null)]);
        }
        if (earlier is not null && fragments.All(each => FollowUps.Is(each) || FollowUps.Presses(each)))
        {
            List<AskedPart> carried = [];
            foreach (string fragment in fragments) { carried.Add(await CarryAsync(earlier, fragment, day, grids, cancellationToken)); }
            return new Considered(FollowUps.Named(earlier, string.Join(' ', fragments)), isPersonal, carried);
        }
        if (fragments.Count(fragment => Whole().IsMatch(fragment)) <= 1)
        {
            return new Considered(whole, isPersonal, [await AskAsync(Wordings(whole, fragments, isPersonal), whole, day, grids, cancellationToken)]);
        }
        List<AskedPart> parts = [];
        foreach (string fragment in fragments) { parts.Add(await AskAsync([fragment], fragment, day, grids, cancellationToken)); }
        return new Considered(whole, isPersonal, parts);
    }

    /// <summary>What the group hears; keeps question and answer in the book.</summary>
    public async ValueTask<string> ReplyAsync(
        NewQuestion question, Considered considered, IQuestionBook book, DateTimeOffset now, CancellationToken cancellationToken)
    {
        HandOff? item = considered.NeedsPerson ? await ToPersonAsync(question, considered, book, now, cancellationToken) : null;
        string reply = Word(considered, item, now);
        foreach (AskedQuestion asked in considered.Keep(question, item?.Number, reply, now))
        {
            await book.KeepAsync(asked, cancellationToken);
        }
        return reply;
    }

    /// <summary>The words alone.</summary>
    public string Word(Considered considered, HandOff? item, DateTimeOffset now) => item switch
    {
        null when considered is { Differing: { } other, Sources: [var source] } && AnswerReplies.Differing(source, other) is { } both => both,
        null when considered.Worded is { } words => AnswerReplies.Worded(words, considered.Sources[0]),
        null => AnswerReplies.Answered(considered.Sources),
        { Number: var number } when number == considered.GoesOn && considered.Sources.Count == 0 => _handOffs.Joined(item, now),
        _ when considered.Sources.Count == 0 => _handOffs.HandedOff(item, now),
        _ => _answers.AnsweredAndPassed(considered, item, now),
    };

    // one who goes on asking waits for one answer
    private static async ValueTask<HandOff> ToPersonAsync(NewQuestion question, Considered considered, IQuestionBook book, DateTimeOffset now, CancellationToken cancellationToken) =>
        (considered.GoesOn is { } number ? await book.JoinAsync(number, question, now, cancellationToken) : null) ?? await book.HandOffAsync(question, now, cancellationToken);

    private static List<string> Wordings(string whole, IReadOnlyList<string> fragments, bool isPersonal)
    {
        List<string> wordings = fragments.Count > 1 ? [whole, .. fragments] : [whole];
        if (isPersonal && PersonalCases.RuleOf(whole) is { } rule) { wordings.Add(rule); }
        return wordings;
    }

    // with the subject before it and as it was said
    private async Task<AskedPart> CarryAsync(string earlier, string said, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken)
    {
        Answer? carried = await knowledge.AskAsync(FollowUps.Carry(earlier, said), day, grids, cancellationToken);
        Answer? bare = await knowledge.AskAsync(said, day, grids, cancellationToken);
        return new AskedPart(FollowUps.Named(earlier, said), FollowUps.Better(said, carried, bare));
    }

    // The first wording that is answered; else what came of the first one
    private async Task<AskedPart> AskAsync(List<string> wordings, string said, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken)
    {
        Answer? first = null;
        for (int i = 0; i < wordings.Count; i++)
        {
            Answer? answer = await knowledge.AskAsync(wordings[i], day, grids, cancellationToken);
            if (answer is { Answered: true }) { return new AskedPart(said, answer); }
            first = i == 0 ? answer : first;
        }
        return new AskedPart(said, first);
    }

    // A question that stands by itself, not a piece of one
    [GeneratedRegex("^(?=.{6,}).*(?:吗|嘛|呢|怎么|咋|如何|多少|多久|几|哪|什么|啥|谁|能不能|可不可以|要不要|是不是|有没有|[?？])")]
    private static partial Regex Whole();
}
