using Bot.Channels.ChatRecord;
using Bot.Console.Parts;
using Bot.Tickets;

namespace Bot.Console.Records;

/// <summary>What became of a record.</summary>
/// <param name="Waiting">Messages that are still to be triaged.</param>
/// <param name="Opened">Tickets it opened.</param>
/// <param name="Openers">Messages that opened them.</param>
/// <param name="Added">Messages that went to tickets without opening one.</param>
/// <param name="Joined">Tickets that were there before and got something.</param>
/// <param name="BotWords">Lines that were the bot's own.</param>
/// <param name="Rest">Messages nothing is to be done about.</param>
public sealed record ResultModel(
    PastedRecord Record,
    int Waiting,
    IReadOnlyList<Ticket> Opened,
    int Openers,
    int Added,
    IReadOnlyList<Ticket> Joined,
    int Questions,
    int Review,
    int BotWords,
    int SetAside,
    int Rest,
    IReadOnlyList<DraftRow> Drafts)
{
    public string Act => $"/console/records/{Record.Id}";
}
