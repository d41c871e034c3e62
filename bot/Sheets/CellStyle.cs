namespace Bot.Sheets;

/// <summary>Numbers of the formats in the file's style sheet.</summary>
internal enum CellStyle
{
    General,
    Heading,
    Text,
    Day,
    Time,
    Percent,
}
