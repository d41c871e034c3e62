using System.Net;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Tests.Support;

namespace Tests.Channels.ChatRecord;

/// <summary>What time does to records and drafts; the clock is moved, so these have a program of their own.</summary>
public sealed class ForgettingTests(RecordRig rig) : IClassFixture<RecordRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_older_than_words_are_kept_is_shown_and_not_stored_again()
    {
        const string group = "陈年群";
        const string old = "6-1-502王姐 2026/5/20 7:31\n6号楼1单元路灯不亮\n\n5-2-301老赵 2026/5/20 7:32\n是的\n\n";
        string address = (await rig.PasteAsync(old + "6-1-502王姐 2026/11/21 7:31\n6号楼门口垃圾没人清\n", group)).ShouldNotBeNull(rig.Refusal);
        string preview = await rig.Worker.GetTextAsync(address);
        preview.ShouldContain("1句新的");
        preview.ShouldContain("比180天早的2句不收");
        await rig.ConfirmAsync(address);
        (await rig.MessagesAsync(group)).ShouldHaveSingleItem().Text.ShouldBe("6号楼门口垃圾没人清");

        string onlyOld = (await rig.PasteAsync(old, group)).ShouldNotBeNull(rig.Refusal);
        (await rig.Worker.GetTextAsync(onlyOld)).ShouldContain("没有新的，收好");
        await rig.ConfirmAsync(onlyOld);
        (await rig.MessagesAsync(group)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_confirms_is_gone_after_a_day_and_old_drafts_go_with_one_tap()
    {
        string unconfirmed = (await rig.PasteAsync("王姐 7:31\n早\n", "忘群")).ShouldNotBeNull();
        await rig.TakeAsync("7-1-502王姐 7:31\n7号楼1单元电梯坏了\n", "旧话群");
        (await rig.Worker.GetTextAsync("/console/drafts")).ShouldNotContain("可以不发");
        rig.Clock.Advance(TimeSpan.FromHours(25));
        // The sign-in of yesterday may have ended as well
        using HttpClient worker = await rig.Host.SignInAsync(RecordRig.Lead, Access.Worker);
        await Eventually.TrueAsync(async () => (await worker.GetAsync(unconfirmed, Token)).StatusCode == HttpStatusCode.NotFound, "the record is forgotten");

        (await worker.GetTextAsync("/console/drafts")).ShouldContain("回的是1天前的话，可以不发");
        await worker.PostFormAsync("/console/drafts", "/console/drafts/drop-old");
        (await rig.DraftsAsync("旧话群"))[0].State.ShouldBe(OutboxState.Dropped);
    }
}
