using Bot.Channels.WebChat;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Triage;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>What a person reads on standard output after the start. The sign-in link goes nowhere else, least of all into a log.</summary>
internal sealed class Greeting(
    CommunityStore community, SignInLinks links, EngineStatus engine, Exposure exposure, PublicAddress address, IOptions<PlaygroundOptions> playground)
{
    public async Task PrintAsync(TextWriter output, CancellationToken cancellationToken)
    {
        foreach (string line in await LinesAsync(cancellationToken))
        {
            await output.WriteLineAsync(line);
        }
        await output.FlushAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellationToken)
    {
        string at = address.Value;
        List<string> lines =
        [
            community.IsSample ? $"已启动。现在是示例社区“{community.Current.Community}”，人和事都是编的。" : $"已启动。{community.Current.Community ?? "还没有社区资料"}",
            playground.Value.Enabled ? $"模拟群：{at}/playground" : "模拟群：已关闭（Playground:Enabled = false）",
            $"后台：  {at}/console",
        ];
        if (!exposure.LoopbackOnly)
        {
            lines.Add("别的电脑也能连到本机，所以模拟群要管理员登录后才能用；别的电脑上请用本机的 IP 代替 127.0.0.1。");
        }
        if (community.Current.Groups.Count == 0)
        {
            lines.Add($"社区还是空的：登录后台，在 {at}/console/community 导入社区资料（群、小区、网格、人员）。");
        }
        if (!engine.IsReady)
        {
            lines.Add("正在准备：识别程序还在学习，这期间的消息都会存下，不会丢。");
        }
        lines.AddRange(await SignInAsync(at, cancellationToken));
        return lines;
    }

    private async Task<string[]> SignInAsync(string at, CancellationToken cancellationToken)
    {
        if (await links.AdministratorSignedInAsync(cancellationToken))
        {
            return ["要新的管理员登录链接：bot admin-link"];
        }
        string person = community.Current.Administrators()[0].Name;
        string path = await links.CreateAsync(person, Access.Admin, cancellationToken);
        return ["管理员登录（30 分钟内有效，只能用一次）：", $"  {at}{path}"];
    }
}
