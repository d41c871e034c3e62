namespace Bot.Messaging.Forms;

public enum FieldKind
{
    Text,

    /// <summary>Written, never shown.</summary>
    Secret,

    /// <summary>A web address to which secrets of the same form are sent, or which says whom to believe: who changes it types the secrets again.</summary>
    Address,
    Switch,
    Choice,
}

/// <summary>One setting in a form.</summary>
/// <param name="Key">Below the section.</param>
/// <param name="Label">For people, with the vendor's own word where it differs.</param>
public sealed record FormField(string Key, string Label, FieldKind Kind = FieldKind.Text, string? Hint = null)
{
    /// <summary>What a choice may be, each with words.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];
}
