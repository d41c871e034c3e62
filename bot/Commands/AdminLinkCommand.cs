using System.CommandLine;
using Bot.Hosting;

namespace Bot.Commands;

/// <summary><c>bot admin-link</c>: makes a new one-time sign-in link for an administrator, while the service runs or not.</summary>
internal static class AdminLinkCommand
{
    public static Command Create()
    {
        Option<string> person = new("--person") { Description = "Name of the administrator; the first one when left out.", HelpName = "NAME" };
        Command command = new("admin-link", "Prints a new sign-in link for an administrator (30 minutes, once). Takes the same settings as the service.")
        {
            person,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => Failures.ExplainAsync(async () =>
        {
            string link = await AdminLink.CreateAsync([.. parsed.UnmatchedTokens], parsed.GetValue(person), cancellationToken);
            await System.Console.Out.WriteLineAsync(link);
            await System.Console.Error.WriteLineAsync("这是新的管理员登录链接，30 分钟内有效，只能用一次。");
        }));
        return command;
    }
}
