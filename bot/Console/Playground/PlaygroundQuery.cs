using Bot.Channels.WebChat;
using Bot.Channels.WebChat.Example;
using Bot.Console.Frame;
using Bot.Grids;
using Bot.Triage;

namespace Bot.Console.Playground;

/// <summary>Gathers what a window of the simulated chat shows.</summary>
public sealed class PlaygroundQuery(
    CommunityStore community, Conversations conversations, EngineStatus engine, Exposure exposure, ExamplePlayer example)
{
    private const int Shown = 80;

    /// <summary>What the address asks for, or the nearest there is; null while the community has no group or nobody in it.</summary>
    public PlaygroundPlace? Place(string? group, string? person, bool isPrivate)
    {
        CommunityDirectory directory = community.Current;
        if (directory.Groups.Count == 0) { return null; }
        string chosen = group is not null && directory.Groups.ContainsKey(group) ? group : FirstGroup(directory);
        IReadOnlyList<Person> people = directory.MembersOf(chosen);
        Person? speaker = people.FirstOrDefault(member => member.Name == person)
            ?? people.FirstOrDefault(member => member.Role == PersonRoles.Resident)
            ?? (people.Count > 0 ? people[0] : null);
        return speaker is null ? null : new PlaygroundPlace(chosen, speaker.Name, isPrivate && HasPrivateLine(speaker));
    }

    public async Task<PlaygroundModel> LoadAsync(PlaygroundPlace? place, long? quote, HttpContext http)
    {
        CommunityDirectory directory = community.Current;
        IReadOnlyList<ChatMessageView> messages = place is null ? [] : await conversations.LastAsync(place.Conversation, Shown, http.RequestAborted);
        return new PlaygroundModel(
            directory.Community,
            community.IsSample,
            !engine.IsReady,
            Display.IsLarge(http),
            !exposure.LoopbackOnly,
            example.CanPlay,
            [.. directory.Groups.Keys],
            place is null ? [] : [.. directory.MembersOf(place.Group).OrderBy(person => person.Role != PersonRoles.Resident).Select(Show)],
            place,
            place is not null && directory.PersonNamed(place.Person) is { } person && HasPrivateLine(person),
            messages,
            messages.FirstOrDefault(message => message.Seq == quote));
    }

    private static string FirstGroup(CommunityDirectory directory) =>
        directory.Groups.ContainsKey(ExamplePlayer.Group) ? ExamplePlayer.Group : directory.Groups.First().Key;

    private static bool HasPrivateLine(Person person) => person.Role != PersonRoles.Resident;

    private static PlaygroundPerson Show(Person person) => new(
        person.Name,
        person.Role == PersonRoles.Resident ? person.Name : $"{person.Title ?? person.Name}（{PersonRoles.RoleTitle(person.Role)}）");
}
