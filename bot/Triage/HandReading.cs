using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage.Judging;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage;

/// <summary>Reads what was written down and not said in a group as triage reads a message, so that nobody fills in labels.</summary>
public sealed class HandReading(EngineSource engines, CommunityStore community, TimeProvider clock)
{
    /// <summary>The group whose compound the place names; else the first of the person's that is a compound's own.</summary>
    public string? GroupOf(string? place, IReadOnlyList<string> groups) => NamedGroupOf(place, groups) ?? Own(groups).Concat(groups).FirstOrDefault();

    /// <summary>The group whose compound the place names, of several the one whose grid looks after it; null when it names none.</summary>
    public string? NamedGroupOf(string? place, IReadOnlyList<string> groups)
    {
        CommunityDirectory directory = community.Current;
        string[] named = [.. Own(groups).Where(group => directory.CompoundOf(group) is { } compound
            && compound.Alias.Append(compound.Name).Any(name => place?.Contains(name, StringComparison.Ordinal) == true))];
        Grid? grid = named.Length > 1 ? directory.ChargeOf(named[0], PlaceOf(place, named[0])).Grid : null;
        return named.FirstOrDefault(group => grid?.Groups.Contains(group) == true) ?? named.FirstOrDefault();
    }

    /// <summary>Without an engine, which takes seconds after the first start, the plainest labels.</summary>
    public TicketCorrection Read(string what, string? where, string group)
    {
        string? place = PlaceOf(where, group);
        if (engines.Current is not { } engine) { return new TicketCorrection(Category.Living, Topics.Other, Urgency.Normal, place); }
        MessageReader reader = new(engine.Model, community.Current);
        ChatMessage message = new("hand", group, clock.GetUtcNow(), "", where is null ? what : $"{where} {what}", SenderRole.Resident);
        Finding finding = reader.Read(message);
        Matter matter = new() { Opener = finding };
        matter.Add(finding);
        matter.Settle(reader);
        return new TicketCorrection(matter.Category, matter.Topic, matter.Urgency, place ?? matter.Place?.ToString());
    }

    private IEnumerable<string> Own(IEnumerable<string> groups) => groups.Where(group => !community.Current.IsCommunityWide(group));

    // What cannot be read as a place stays as it was written
    private string? PlaceOf(string? where, string group)
    {
        if (string.IsNullOrWhiteSpace(where)) { return null; }
        string? read = new LocationReader(community.Current).Read(where, "", group)?.Place.ToString();
        return string.IsNullOrEmpty(read) ? where.Trim() : read;
    }
}
