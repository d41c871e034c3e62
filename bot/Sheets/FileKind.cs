namespace Bot.Sheets;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal enum FileKind
{
    Unknown,

    /// <summary>xlsx.</summary>
    Archive,

    /// <summary>xls.</summary>
    Binary,

    /// <summary>HTML or XML; many systems hand it out under the name of xls.</summary>
    Page,

    Text,
}
