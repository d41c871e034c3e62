using System.Text.Json;
using Bot.Channels.Feishu.Sending;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Intake;

/// <summary>Stores an event, however it came.</summary>
internal sealed class EventIntake(BotIdentity identity, NameBook names, Lazy<FeishuChannel> channel, Reception reception, IOptions<FeishuOptions> options)
{
    /// <summary>
    /// Returns when the event has its place among those to be stored; the task within ends when it is durable, or fails when it is not.
    /// </summary>
    public async Task<Task> BeginAsync(ReadOnlyMemory<byte> said, CancellationToken cancellationToken)
    {
        try
        {
            return JsonFields.Parse(said) is { } root && await ReadAsync(root, cancellationToken) is { } activity
                ? reception.ReceiveAsync(new Heard(channel.Value, activity), CancellationToken.None)
                : Task.CompletedTask;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Task.FromException(exception);
        }
    }

    private async Task<Activity?> ReadAsync(JsonElement root, CancellationToken cancellationToken)
    {
        if (await identity.GetAsync(cancellationToken) is not { Id: { } self }) { throw new InvalidOperationException("Who the bot is there is not known yet."); }
        if (EventReader.Read(root, self) is not { } activity) { return null; }
        if (activity.Type == ActivityTypes.Conversation) { Learn(activity); }
        // what people believe it does not hear is not stored, whatever the vendor grants
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Update)) { return activity; }
        return options.Value.Hears == Hearing.All || EventReader.IsToBot(activity) ? await NamedAsync(activity, cancellationToken) : null;
    }

    private void Learn(Activity activity)
    {
        if (activity.Conversation?.Id is { Length: > 0 } id) { names.Learn(id, activity.Conversation.Name); }
    }

    private async Task<Activity> NamedAsync(Activity activity, CancellationToken cancellationToken)
    {
        (ConversationAccount? conversation, ChannelAccount? sender) = (activity.Conversation, activity.From);
        if (conversation is { IsGroup: true, Id: { Length: > 0 } group })
        {
            conversation = conversation with { Name = await names.GroupAsync(group, cancellationToken) };
        }
        if (sender is { Id: { Length: > 0 } person, Role: null }) { sender = sender with { Name = await names.PersonAsync(person, cancellationToken) }; }
        return activity with { Conversation = conversation, From = sender };
    }
}
