namespace Bot.Triage.Reading;

/// <summary>
/// Works out from a pattern's own text which words a message must contain before the pattern can match at all. A pattern has one
/// or more ways to match, a way has needs, and a need is met by any of its words. A sound guess, never a full reading: a way that
/// is not understood needs nothing.
/// </summary>
/// <remarks>After the prefilters of RE2 and Code Search, see https://swtch.com/~rsc/regexp/regexp4.html.</remarks>
internal sealed class PatternNeeds
{
    private const int MostWords = 160;
    private const int MostNeeds = 3;
    private const int WidestClass = 40;
    private static readonly string[][][] Anyhow = [[]];

    private readonly string _pattern;
    private int _at;

    private PatternNeeds(string pattern) => _pattern = pattern;

    /// <summary>The ways of a pattern; a single one without needs when nothing is known.</summary>
    public static string[][][] Of(string pattern)
    {
        try
        {
            string[][][] ways = [.. new PatternNeeds(pattern).Ways().Select(way =>
                way.Closed().Needs.OrderByDescending(Worth).Take(MostNeeds).Select(Shortest).ToArray())];
            return ways.Any(way => way.Length == 0) ? Anyhow : ways;
        }
        catch (NotSupportedException)
        {
            return Anyhow;
        }
    }

    private static double Worth(IReadOnlyCollection<string> words) => words.Min(word => word.Length) - (words.Count / (double)MostWords);

    // Where "水" is among the words, "停水" says nothing more
    private static string[] Shortest(IEnumerable<string> words)
    {
        List<string> kept = [];
        foreach (string word in words.Distinct().OrderBy(word => word.Length))
        {
            if (!kept.Exists(known => word.Contains(known, StringComparison.Ordinal)))
            {
                kept.Add(word);
            }
        }

        return [.. kept];
    }

    private List<Part> Ways()
    {
        List<Part> all = [Sequence()];
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            all.Add(Sequence());
        }

        return _at == _pattern.Length || _pattern[_at] == ')' ? all : throw new NotSupportedException();
    }

    private Part Sequence()
    {
        Part sequence = Part.Nothing;
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            sequence = sequence.Then(Repeated(Single()));
        }

        return sequence;
    }

    private Part Repeated(Part part)
    {
        if (_at == _pattern.Length)
        {
            return part;
        }

        switch (_pattern[_at])
        {
            case '?':
                _at++;
                return Part.OneOf([part, Part.Nothing]);
            case '*':
                _at++;
                return Part.Anything;
            case '+':
                _at++;
                return part.Closed();
            case '{':
                int close = _pattern.IndexOf('}', _at);
                bool never = _pattern[_at + 1] == '0';
                _at = close + 1;
                return never ? Part.Anything : part.Closed();
            default:
                return part;
        }
    }

    private Part Single()
    {
        char character = _pattern[_at++];
        switch (character)
        {
            case '(':
                return Group();
            case '[':
                return Class();
            case '.':
                return Part.Anything;
            case '^' or '$':
                return Part.Nothing;
            case '\\':
                return Escape();
            default:
                return Part.Word(character.ToString());
        }
    }

    private Part Escape()
    {
        char escaped = _pattern[_at++];
        return escaped switch
        {
            'b' or 'B' or 'G' => Part.Nothing,
            'd' or 'D' or 's' or 'S' or 'w' or 'W' => Part.Anything,
            'n' => Part.Word("\n"),
            _ when char.IsAsciiLetterOrDigit(escaped) => throw new NotSupportedException(),
            _ => Part.Word(escaped.ToString()),
        };
    }

    private Part Group()
    {
        bool looks = false;
        if (_pattern[_at] == '?')
        {
            int start = _at;
            string rest = _pattern[(_at + 1)..];
            looks = rest[0] is '=' or '!' || rest.StartsWith("<=", StringComparison.Ordinal) || rest.StartsWith("<!", StringComparison.Ordinal);
            _at = looks ? start + (rest[0] == '<' ? 3 : 2) : rest[0] == ':' ? start + 2
                : rest[0] == '<' ? _pattern.IndexOf('>', start) + 1 : throw new NotSupportedException();
        }

        Part inside = Part.OneOf(Ways());
        if (_at >= _pattern.Length || _pattern[_at++] != ')')
        {
            throw new NotSupportedException();
        }

        return looks ? Part.Nothing : inside;
    }

    private Part Class()
    {
        bool negated = _pattern[_at] == '^';
        HashSet<char> members = [];
        bool open = negated;
        for (bool first = true; first || _pattern[_at] != ']'; first = false)
        {
            if (first && negated)
            {
                _at++;
            }

            open |= !Member(members);
        }

        _at++;
        return open || members.Count > WidestClass ? Part.Anything : Part.AnyOf(members);
    }

    private bool Member(HashSet<char> members)
    {
        char from = _pattern[_at++];
        if (from == '\\')
        {
            from = _pattern[_at++];
            if (char.IsAsciiLetterOrDigit(from))
            {
                return false;
            }
        }

        if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
        {
            char to = _pattern[_at + 1];
            _at += 2;
            if (to - from > WidestClass)
            {
                return false;
            }

            for (int each = from; each <= to; each++)
            {
                members.Add((char)each);
            }

            return true;
        }

        members.Add(from);
        return true;
    }

    /// <summary>What a piece of a pattern matches: either exactly these words, or anything that meets these needs.</summary>
    private sealed record Part(IReadOnlyList<string>? Exact, IReadOnlyList<IReadOnlyList<string>> Needs)
    {
        public static Part Nothing { get; } = new([""], []);

        public static Part Anything { get; } = new(null, []);

        public static Part Word(string word) => new([word], []);

        public static Part AnyOf(IEnumerable<char> characters) => new([.. characters.Select(character => character.ToString())], []);

        public static Part OneOf(IReadOnlyList<Part> parts)
        {
            if (parts.Count == 1)
            {
                return parts[0];
            }

            if (parts.All(part => part.Exact is not null && part.Needs.Count == 0))
            {
                string[] words = [.. parts.SelectMany(part => part.Exact!)];
                return words.Length <= MostWords ? new(words, []) : Anything;
            }

            IReadOnlyList<string>?[] needs = [.. parts.Select(part => part.Closed().Needs.MaxBy(Worth))];
            List<string> any = [.. needs.Where(need => need is not null).SelectMany(need => need!)];
            return needs.Contains(null) || any.Count > MostWords * 2 ? Anything : new(null, [any]);
        }

        /// <summary>Its words as a need; nothing follows them directly any more.</summary>
        public Part Closed() => Exact is null ? this : Exact.Contains("") ? this with { Exact = null } : new(null, [.. Needs, Exact]);

        public Part Then(Part next)
        {
            if (Exact is not null && next.Exact is not null && next.Needs.Count == 0 && Exact.Count * next.Exact.Count <= MostWords)
            {
                return new([.. from left in Exact from right in next.Exact select left + right], Needs);
            }

            Part closed = Closed();
            return new(next.Exact, [.. closed.Needs, .. next.Needs]);
        }
    }
}
