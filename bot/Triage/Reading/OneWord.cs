using System.Text.RegularExpressions;
using Bot.Tickets;

namespace Bot.Triage.Reading;

/// <summary>The words residents answer with once a matter is said to be done: 好了一半, 满意, 基本满意, 不满意.</summary>
public static partial class OneWord
{
    /// <summary>Null where the message says more, or something else: it is then read like any other.</summary>
    public static FollowUp? Read(string body)
    {
        Match match = Words().Match(body);
        return !match.Success ? null
            : match.Groups["half"].Success ? FollowUp.HalfDone
            : match.Groups["not"].Success ? FollowUp.Unsatisfied
            : match.Groups["mostly"].Success ? FollowUp.Mostly
            : FollowUp.Satisfied;
    }

    /// <summary>What it does to this ticket; null where the ticket waits for no such word.</summary>
    public static FollowUp? Of(string body, Ticket ticket) => Read(body) switch
    {
        FollowUp.HalfDone => ticket.AskedAt is null ? null : FollowUp.HalfDone,
        { } rating => ticket.HasEnded ? rating : null,
        null => null,
    };

    [GeneratedRegex("^[【#]?(?:[0-9]{1,6}号?)?】?[ ，,：:。]*(?:(?<half>(?:只|才|就)?(?:好|修|弄)(?:好)?了?一半(?:[了吧 ，,。！!].{0,40})?)|(?<not>(?:很|非常|太)?不(?:太|大|是很)?满意(?:[了的 ，,。！!：:].{0,60})?)|(?<mostly>(?:基本|还算|比较|大致)满意)|(?:很|挺|非常|十分|蛮|我)?满意)(?:了|的|吧|啊)?[ 。！!~～👍]*$", RegexOptions.None, 100)]
    private static partial Regex Words();
}
