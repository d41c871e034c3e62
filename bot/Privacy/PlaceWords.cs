using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Triage.Locations;

namespace Bot.Privacy;

/// <summary>What a text says besides places: an entrance is everybody's who lives there, and its name nobody's words.</summary>
internal sealed class PlaceWords(CommunityDirectory directory)
{
    private const string Parts =
        @"(?:\d+|[零〇一二两三四五六七八九十百]+|[A-Za-z])\s?(?:号楼|号院|号门|号|栋|幢|座|单元|梯|层|楼|室|户|弄|门)|[东南西北中]户|\d+(?:[-—–]\d+)+";

    private readonly LocationReader _places = new(directory);
    private readonly Regex _named = new(
        string.Join('|', NamesOf(directory).OrderByDescending(name => name.Length).Select(Regex.Escape).Append(Parts)), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The stretches of a text around the places it names; none where it is a place and nothing more.</summary>
    public IEnumerable<string> Around(string text) =>
        _places.Read(text, "", "") is { IsBare: true } ? [] : _named.Split(text).Select(Bare).Where(part => part.Length > 0);

    private static string Bare(string part) => part.Trim([.. part.Where(sign => !char.IsLetterOrDigit(sign)).Distinct()]);

    private static IEnumerable<string> NamesOf(CommunityDirectory directory) => directory.Compounds
        .SelectMany(compound => compound.Alias.Concat(compound.Buildings).Append(compound.Name)).Where(name => name.Length > 1).Distinct();
}
