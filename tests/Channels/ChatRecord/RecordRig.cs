using System.Net;
using System.Text.RegularExpressions;
using Bot.Channels.ChatRecord;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.ChatRecord;

/// <summary>The whole program on Saturday 2026-11-21 at 09:00, and a grid lead who pastes records.</summary>
public sealed class RecordRig : IAsyncLifetime
{
    public const string Lead = "周敏";

    public ManualTimeProvider Clock { get; } = new();

    public BotHost Host { get; private set; } = null!;

    public HttpClient Worker { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await BotHost.StartAsync(clock: Clock);
        Worker = await Host.SignInAsync(Lead, Access.Worker);
    }

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Pastes a text as the page does; the address it leads to, or null when it was refused.</summary>
    public async Task<string?> PasteAsync(string text, string group, byte[]? file = null)
    {
        string html = await Worker.GetStringAsync("/console/records", Token);
        string token = WebUtility.HtmlDecode(Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(""), "group" },
            { new StringContent(group), "newGroup" },
            { new StringContent(text), "text" },
        };
        if (file is not null) { form.Add(new ByteArrayContent(file), "file", "record.txt"); }
        HttpResponseMessage answer = await Worker.PostAsync("/console/records", form, Token);
        Refusal = answer.StatusCode == HttpStatusCode.Redirect ? null : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        return answer.Headers.Location?.ToString();
    }

    /// <summary>The page that refused the last paste.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Pastes a text, looks at it, and takes it in; waits until all of it is decided and drafted.</summary>
    public async Task<string> TakeAsync(string text, string group)
    {
        string address = (await PasteAsync(text, group)).ShouldNotBeNull(Refusal);
        await ConfirmAsync(address);
        return address;
    }

    public async Task ConfirmAsync(string address, params (string, string)[] fields)
    {
        string version = Regex.Match(await Worker.GetStringAsync(address, Token), "name=\"version\" value=\"([0-9]+)\"").Groups[1].Value;
        HttpResponseMessage answer = await Worker.PostFormAsync(address, $"{address}/take", [("version", version), .. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Token));
        await Eventually.TrueAsync(async () => await UnfinishedAsync() == 0, "everything of the record is decided and drafted");
    }

    public Task<int> UnfinishedAsync() => ReadAsync(async db =>
        await db.Set<Message>().CountAsync(message => message.State == MessageState.Received, Token)
        + await db.Set<OutboxMessage>().CountAsync(row => row.Channel == "chatrecord" && row.State == OutboxState.Queued, Token));

    public Task<List<Message>> MessagesAsync(string group) =>
        ReadAsync(db => db.Set<Message>().Where(message => message.Conversation == group).OrderBy(message => message.Seq).ToListAsync(Token));

    public Task<List<OutboxMessage>> DraftsAsync(string group) =>
        ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Conversation == group).OrderBy(row => row.Id).ToListAsync(Token));

    public Task<PastedRecord> RecordAsync(string address)
    {
        int id = int.Parse(address[(address.LastIndexOf('/') + 1)..]);
        return ReadAsync(db => db.Set<PastedRecord>().SingleAsync(record => record.Id == id, Token));
    }

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }
}
