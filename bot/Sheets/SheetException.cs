namespace Bot.Sheets;

/// <summary>Why a file is not read further, said in Chinese; becomes <see cref="SheetReading.Problem"/>.</summary>
internal sealed class SheetException(string message) : Exception(message);
