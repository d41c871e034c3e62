using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging;

/// <summary>A stored community, a channel that hears what the test hears, and nobody who decides about it.</summary>
public abstract class ReceptionRig(string directory) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal StubChannel Channel { get; } = new();

    internal ManualTimeProvider Clock { get; } = new();

    internal StorageHost Host { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected ConversationBook Book => Host.Services.GetRequiredService<ConversationBook>();

    protected MemberBook Members => Host.Services.GetRequiredService<MemberBook>();

    public async ValueTask InitializeAsync()
    {
        Host = await StorageHost.StartAsync(_folder.Path, Clock, services => services.AddSingleton<IChannel>(Channel));
        await ImportAsync(directory);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task ImportAsync(string people) =>
        (await Host.Services.GetRequiredService<CommunityStore>().ImportAsync(people, "管理员", clearSample: true, Token)).Errors.ShouldBeEmpty();

    protected Task<ReceptionOutcome> ReceiveAsync(Activity activity, ReplyToken? reply = null) =>
        Host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(Channel, activity, reply), Token);

    protected async Task LinkAsync(string member, string? person)
    {
        long id = await Host.ReadAsync(db => db.Set<Member>().Where(known => known.ExternalId == member).Select(known => known.Id).SingleAsync(Token));
        (await Members.NameAsync(id, person, Token)).ShouldBeNull();
    }

    protected Task<List<Message>> StoredAsync() =>
        Host.ReadAsync(db => db.Set<Message>().AsNoTracking().OrderBy(message => message.Seq).ToListAsync(Token));
}
