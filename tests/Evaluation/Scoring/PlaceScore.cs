using System.Text;
using System.Text.RegularExpressions;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Whether reports got the place they name: exactly, and by building, unit, floor and room alone.</summary>
internal sealed partial class PlaceScore
{
    private readonly List<GoldRow> _wrong = [];
    private readonly List<GoldRow> _invented = [];
    private int _all;
    private int _core;
    private int _onTickets;
    private int _exactOnTickets;
    private int _nowhere;

    public PlaceScore(GoldThread gold, ThreadScore decided)
    {
        foreach (GoldRow row in gold.Rows.Where(row => row is { IsReport: true, AttachOptional: false }))
        {
            string? said = Normal(decided.Of(row)?.Location);
            bool onTicket = decided.Of(row)?.Ticket is not null;
            string?[] others = [.. (row.LocationAlt ?? []).Select(Normal)];
            if (Normal(row.Location) is { } place)
            {
                Judge(row, said, place, others, onTicket);
            }
            else if (onTicket)
            {
                _nowhere++;
                if (said is not null && !others.Contains(said) && !others.Select(Core).Contains(Core(said))) { _invented.Add(row); }
            }
        }
    }

    public double? Exact => Figure.Share(_all - _wrong.Count, _all);

    public IEnumerable<Figure> Figures =>
    [
        new("location.exact", Exact), new("location.n", _all), new("location.exact_on_tickets", Figure.Share(_exactOnTickets, _onTickets)),
        new("location.core", Figure.Share(_core, _all)), new("location.false_on_null", _invented.Count), new("location.null_rows", _nowhere),
    ];

    public IEnumerable<Mistake> Mistakes => [.. Mistake.Of("bad_location", _wrong), .. Mistake.Of("false_location", _invented)];

    private void Judge(GoldRow row, string? said, string place, string?[] others, bool onTicket)
    {
        // The message itself names no place: none is fine too
        if (said is null && others.Contains(null)) { return; }
        bool exact = said is not null && (said == place || others.Contains(said));
        _all++;
        _core += said is not null && others.Append(place).OfType<string>().Select(Core).Contains(Core(said)) ? 1 : 0;
        _onTickets += onTicket ? 1 : 0;
        _exactOnTickets += onTicket && exact ? 1 : 0;
        if (!exact) { _wrong.Add(row); }
    }

    private static string? Normal(string? place) => place is not null && White().Replace(place.Normalize(NormalizationForm.FormKC), "") is { Length: > 0 } normal ? normal : null;

    /// <summary>Without the facility or side at its end.</summary>
    private static string? Core(string? place) => place is not null && Parts().Matches(place) is { Count: > 0 } parts ? place[..(parts[^1].Index + parts[^1].Length)] : place;

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"\d+号楼|[\dA-Za-z东南西北中]+单元|[A-Za-z]座|负?\d+层|\d+室|[东南西北中]户|\d+号院|\d+号")]
    private static partial Regex Parts();
}
