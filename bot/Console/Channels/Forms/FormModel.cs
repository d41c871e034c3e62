using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

/// <summary>A setting as it stands on the page.</summary>
/// <param name="Path">Below the section; its name in the post.</param>
/// <param name="Value">Null for a secret, always.</param>
/// <param name="IsSet">Of a secret: whether there is one.</param>
/// <param name="FixedBy">Where it is set so that the page cannot change it; null where the page can.</param>
/// <param name="Wrong">What is wrong with what was written.</param>
public sealed record FieldView(FormField Field, string Path, string Id, string? Value, bool IsSet, string? FixedBy, string? Wrong);

public sealed record PartView(FormPart Part, IReadOnlyList<FieldView> Fields)
{
    public bool IsOpen => !Part.IsRare || Fields.Any(one => one.Wrong is not null);
}

/// <param name="StandsIn">Where it stands so that the page cannot remove it; null where the page can.</param>
public sealed record EntryView(string Name, string Path, string? StandsIn, IReadOnlyList<FieldView> Fields);

/// <summary>The entry that may be added.</summary>
/// <param name="Names">Groups that have none yet; empty where the name is free.</param>
public sealed record NewEntryView(string Name, string? Wrong, IReadOnlyList<string> Names, IReadOnlyList<FieldView> Fields)
{
    public bool IsOpen => Name.Length > 0 || Wrong is not null || Fields.Any(one => one.Wrong is not null);
}

/// <summary>What is saved of a kind of channel and not in use until the next start.</summary>
/// <param name="Labels">Of the kinds whose settings wait for it.</param>
/// <param name="Damage">Why what is saved cannot be read; null when it can.</param>
public sealed record PendingModel(IReadOnlyList<string> Labels, string? Damage);

/// <param name="Stamp">Of what was saved when the page was made.</param>
/// <param name="Address">What the vendor posts to; null where it never does.</param>
/// <param name="IsReachable">Whether a vendor could reach that address, as far as it tells.</param>
/// <param name="IsInTheClear">Whether what is typed travels through a network unencrypted.</param>
/// <param name="Refusal">Why nothing was saved; null when nothing was refused.</param>
public sealed record FormModel(
    ChannelForm Form, string Stamp, IReadOnlyList<ChannelLine> Lines, PendingModel Pending, IReadOnlyList<PartView> Parts, IReadOnlyList<EntryView> Entries,
    NewEntryView? New, bool IsOff, bool IsSaved, string? Address, bool IsReachable, bool IsInTheClear, string? Refusal)
{
    public string Act => $"/console/channels/{Form.Name}";
}
