using Bot.Answers.Library;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>Documents as an administrator brings them.</summary>
internal static class Documents
{
    public const string Home = "/console/knowledge";

    /// <summary>Written by hand and published; in the place of <paramref name="before"/> where there is one.</summary>
    public static async Task<ShelfDocument> PublishAsync(this ConsoleRig rig, string title, string text, ShelfDocument? before = null)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await rig.Admin.PostFormAsync($"{Home}/write", $"{Home}/write",
            ("title", title), ("text", text), ("effective", "2026-01-01"), ("name", before?.Name ?? ""), ("from", $"{before?.Id}"));
        ShelfDocument draft = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.State == ShelfState.Draft && row.Title == title, token));
        await rig.Admin.PostFormAsync($"{Home}/drafts", $"{Home}/documents/{draft.Id}/publish", ("version", $"{draft.Version}"));
        return await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.Id == draft.Id && row.State == ShelfState.Active, token));
    }

    public static Task<HttpResponseMessage> UploadAsync(this ConsoleRig rig, params (string Name, byte[] Content)[] files) =>
        rig.Admin.PostFilesAsync(Home, $"{Home}/upload", files);
}
