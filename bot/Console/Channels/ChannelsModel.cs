using Bot.Console.Channels.Forms;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Forms;
using Bot.Messaging.Members;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Channels;

/// <summary>One way in and out, and how it does.</summary>
/// <param name="LastIn">When it last heard something; null when not lately.</param>
/// <param name="LastOut">When it last said something; null when not lately.</param>
/// <param name="Waiting">What it is still to say.</param>
/// <param name="Failed">What did not go out, or perhaps not, of the last days.</param>
public sealed record ChannelLine(IChannel Channel, DateTimeOffset? LastIn, DateTimeOffset? LastOut, int Waiting, int Failed);

public sealed record ChannelsFilter
{
    /// <summary>Of the people to show: a part of their name.</summary>
    [FromQuery(Name = "q")]
    public string? Name { get; init; }
}

/// <param name="Members">People of the channels, those whom nobody has named yet first.</param>
/// <param name="Failed">The latest that did not go out.</param>
public sealed record ChannelsModel(
    ChannelsFilter Filter, IReadOnlyList<ChannelLine> Lines, IReadOnlyList<ConversationReference> Conversations, IReadOnlyList<Member> Members,
    IReadOnlyList<OutboxMessage> Failed, IReadOnlyList<string> Groups, IReadOnlyList<string> People, IReadOnlySet<string> Residents, ChannelForms Forms, PendingModel Pending)
{
    /// <summary>Residents of the directory whom a member is, or may be by the name: there are too many to offer all.</summary>
    public IEnumerable<string> ResidentsFor(Member member) =>
        new[] { member.Person, member.Name.Split(MemberBook.Unchecked)[0] }.OfType<string>().Where(Residents.Contains).Distinct();

    /// <summary>Kinds of channels of which there is none.</summary>
    public IReadOnlyList<ChannelForm> Unused => [.. Forms.All.Where(form => !Lines.Any(line => form.IsOf(line.Channel.Name)))];

    /// <summary>Those that were set up first, in the order of their forms; what the program brings along after them.</summary>
    public int Place(ChannelLine line) => Forms.Of(line.Channel.Name) is { } form ? Forms.All.ToList().IndexOf(form) : int.MaxValue;

    public string LabelOf(string channel) => Lines.FirstOrDefault(line => line.Channel.Name == channel)?.Channel.Label ?? channel;
}
