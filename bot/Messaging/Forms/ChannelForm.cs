namespace Bot.Messaging.Forms;

/// <summary>What a person sets of one kind of channel, and what its vendor needs from us.</summary>
/// <param name="Name">Stands in addresses, and begins the names of its channels: "http" of "http-gate1".</param>
/// <param name="Label">For people.</param>
/// <param name="Section">Of its settings.</param>
public sealed record ChannelForm(string Name, string Label, string Section)
{
    /// <summary>Puts the channel together from settings, as the start does: what a start would refuse is not saved.</summary>
    public required Action<IServiceCollection, IConfiguration> Register { get; init; }

    /// <summary>What to do at the vendor's, one step after the other.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Where the vendor posts to, below our address; null where it never does.</summary>
    public string? Callback { get; init; }

    /// <summary>Whether what posts there stands outside of the building.</summary>
    public bool IsCalledFromOutside { get; init; } = true;

    /// <summary>When <see cref="Callback"/> is needed.</summary>
    public string? CallbackNote { get; init; }

    /// <summary>Names to choose or to apply for at the vendor's.</summary>
    public IReadOnlyList<FormNames> Names { get; init; } = [];

    public IReadOnlyList<FormPart> Parts { get; init; } = [];

    /// <summary>Settings of which there may be any number; null for none.</summary>
    public FormEntries? Entries { get; init; }

    public bool IsOf(string channel) => channel == Name || channel.StartsWith(Name + "-", StringComparison.Ordinal);
}

/// <param name="Title">"要订阅的事件"</param>
public sealed record FormNames(string Title, params string[] Names);

/// <summary>Fields that belong together.</summary>
/// <param name="IsRare">Hardly anybody changes them.</param>
public sealed record FormPart(string Title, string? Note, IReadOnlyList<FormField> Fields, bool IsRare = false);

/// <summary>A setting of which there may be any number, each with a name.</summary>
/// <param name="Key">Below the section, e.g. "Webhooks".</param>
/// <param name="One">What one of them is called: "webhook".</param>
/// <param name="OfGroups">Whether each is of a group of the directory.</param>
/// <param name="Fields">Of each; one with an empty key is the whole of it.</param>
public sealed record FormEntries(string Key, string Title, string? Note, string One, bool OfGroups, IReadOnlyList<FormField> Fields);
