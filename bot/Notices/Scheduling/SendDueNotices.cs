using Quartz;

namespace Bot.Notices.Scheduling;

/// <summary>What a trigger runs. The trigger is named by the number of its notice; what is due, the handler finds out.</summary>
public sealed class SendDueNotices(HandleDueNoticeHandler handler) : IJob
{
    public static readonly JobKey Key = new("send-due", "notices");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await handler.HandleAsync(new HandleDueNotice(int.Parse(context.Trigger.Key.Name)), cancellationToken);
}
