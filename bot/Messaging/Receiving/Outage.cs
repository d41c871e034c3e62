using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Receiving;

/// <summary>Tells what passes by itself from a message that can never be stored.</summary>
public static class Outage
{
    // busy, locked, read-only, an error of the disk, damaged, full, cannot be opened
    private static readonly int[] Codes = [5, 6, 8, 10, 11, 13, 14];

    /// <summary>How often anything else is tried: it holds up those that wait behind it.</summary>
    public const int MostTries = 5;

    public static bool Is(Exception exception) => exception is IOException || (exception.InnerException is { } inner && Is(inner))
        || (exception is SqliteException sqlite && Codes.Contains(sqlite.SqliteErrorCode));
}
