using Bot.Audit;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Record;

/// <summary>Which lines of the record of acts are looked at.</summary>
public sealed record RecordFilter
{
    [FromQuery]
    public string? Person { get; init; }

    /// <summary>First word of the act's code.</summary>
    [FromQuery]
    public string? Kind { get; init; }

    [FromQuery]
    public string? From { get; init; }

    [FromQuery]
    public string? To { get; init; }

    [FromQuery]
    public string? Target { get; init; }

    /// <summary>Lines with a smaller number; for the next page.</summary>
    [FromQuery]
    public long? Before { get; init; }

    public IQueryable<AuditEntry> Of(BotDbContext db, TimeZoneInfo zone)
    {
        IQueryable<AuditEntry> lines = db.Set<AuditEntry>().AsNoTracking();
        if (Person is { Length: > 0 }) { lines = lines.Where(line => line.Person == Person); }
        if (Kind is { Length: > 0 }) { lines = lines.Where(line => line.Act == Kind || line.Act.StartsWith(Kind + "/")); }
        if (Target?.Trim().TrimEnd('号') is { Length: > 0 } target) { lines = lines.Where(line => line.Target == target); }
        if (Day(From) is { } from) { DateTimeOffset start = Midnight(from, zone); lines = lines.Where(line => line.At >= start); }
        if (Day(To) is { } to) { DateTimeOffset end = Midnight(to.AddDays(1), zone); lines = lines.Where(line => line.At < end); }
        if (Before is { } before) { lines = lines.Where(line => line.Id < before); }
        return lines.OrderByDescending(line => line.Id);
    }

    public string Address(string path, long? before) => path + QueryString.Create(new Dictionary<string, string?>
    {
        ["person"] = Person,
        ["kind"] = Kind,
        ["from"] = From,
        ["to"] = To,
        ["target"] = Target,
        ["before"] = before?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    // an empty field of the form comes as an empty word
    private static DateOnly? Day(string? text) => DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out DateOnly day) ? day : null;

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
