using System.Collections;
using System.Runtime.CompilerServices;

namespace Knowledge;

/// <summary>Names in their order, equal to another list of the same names.</summary>
[CollectionBuilder(typeof(NameList), nameof(Of))]
public sealed class NameList : IReadOnlyList<string>, IEquatable<NameList>
{
    private readonly string[] _names;

    private NameList(string[] names) => _names = names;

    /// <summary>A list of no names.</summary>
    public static NameList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <summary>A list of these names, none twice and none empty.</summary>
    public static NameList Of(ReadOnlySpan<string> names) => From(names.ToArray());

    /// <inheritdoc cref="Of(ReadOnlySpan{string})"/>
    public static NameList From(IEnumerable<string> names)
    {
        string[] kept = [.. names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct()];
        return kept.Length == 0 ? Empty : new NameList(kept);
    }

    /// <summary>Names written in one line: "第一网格、梧桐里".</summary>
    public static NameList Parse(string? line) => line is null ? Empty : From(line.Split(['、', '，', ',', ';', '；', '\n']));

    /// <inheritdoc/>
    public bool Equals(NameList? other) => other is not null && _names.AsSpan().SequenceEqual(other._names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NameList);

    /// <inheritdoc/>
    public override int GetHashCode() => _names.Aggregate(_names.Length, HashCode.Combine);

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join('、', _names);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
