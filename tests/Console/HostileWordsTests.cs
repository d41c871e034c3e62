using System.Text.RegularExpressions;
using Bot.Channels.ChatRecord;
using Bot.Grids;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Console;

/// <summary>Whatever residents write is shown as text: no page of ours runs it.</summary>
public sealed partial class HostileWordsTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "\"><svg onload=alert(3)>", "'><iframe srcdoc='<b>4'>", "</textarea><script>alert(5)</script>",
        "</title><script>alert(6)</script>", "javascript:alert(7)", "<a href=\"javascript:alert(8)\">点我</a>", "{{constructor.constructor('alert(9)')()}}",
        "<!--<script>alert(10)</script>-->", "<style>body{display:none}</style>", "\u202e<form action=//evil.example><button>确认立件",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_said_becomes_markup()
    {
        List<int> tickets = [];
        foreach (string payload in Payloads)
        {
            tickets.Add(await rig.OpenAsync(payload, payload, Urgency.Emergency, payload, payload));
            await rig.WonderAsync(payload, payload);
            await rig.AskAsync(payload);
        }
        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{tickets[0]}/note", ("version", "1"), ("note", Payloads[0]));
        string[] pages =
        [
            "/console", "/console/tickets", "/console/tickets?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/console/tickets?group=%22%3E%3Cscript%3E", "/console/questions",
            "/console/records", "/console/drafts", await PasteAsync(), "/console/messages", "/console/messages?group=%22%3E%3Cscript%3E", "/console/alerts/banner?back=%22%3E%3Cscript%3E",
            .. tickets.SelectMany(number => new[] { $"/console/tickets/{number}", $"/console/tickets/{number}/correct?back=%22%3E%3Cscript%3E" }),
        ];
        foreach (string page in pages)
        {
            string html = await rig.Worker.GetStringAsync(page, Token);
            html = OurScript().Replace(html, "");
            Dangerous().Matches(html).Select(match => match.Value).ShouldBeEmpty(page);
        }
    }

    // Names, words, and what nobody can read
    private async Task<string> PasteAsync()
    {
        string text = string.Join('\n', Payloads) + "\n\n" + string.Concat(Payloads.Select(payload => $"[2026-11-20 08:31] {payload.Replace(':', ' ')}: {payload}\n"));
        PasteResult pasted = await rig.Host.Get<PasteRecordHandler>().HandleAsync(new PasteRecord(text, Payloads[0], new Scope(ConsoleRig.Lead, Groups: null)), Token);
        return $"/console/records/{pasted.Id.ShouldNotBeNull(pasted.Refusal)}";
    }

    [GeneratedRegex("<script src=\"/console\\.js[^\"]*\" defer></script>")]
    private static partial Regex OurScript();

    [GeneratedRegex("<(script|img src=x|iframe|style|svg onload|form action=//)|href=\"javascript:|<[a-z]+(?:[^>\"]|\"[^\"]*\")*\\son[a-z]+\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
