using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Triage.Classifier;
using Bot.Triage.Reading;

namespace Tests.Triage.Reading;

public sealed partial class PatternSetTests
{
    private static readonly Func<Regex>[] Known =
    [
        .. new[] { typeof(CueReader), typeof(DoubtReader), typeof(EmergencyRules), typeof(PersonCalls) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(method => method.CreateDelegate<Func<Regex>>()),
    ];

    [Fact]
    public void What_is_passed_over_matches_nothing_in_the_whole_corpus()
    {
        PatternSet set = new(Known);

        foreach (string text in Corpus.Read(Corpus.DefaultFolder).Select(row => row.Text))
        {
            set.Matches(text).ShouldBe(All(text), text);
        }
    }

    [Fact]
    public void What_is_passed_over_matches_nothing_in_shuffled_words()
    {
        Random random = new(7);
        PatternSet set = new(Known);
        string[] texts = [.. Corpus.Read(Corpus.DefaultFolder).Select(row => row.Text)];

        for (int round = 0; round < 5000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 5).Select(_ => Piece(texts[random.Next(texts.Length)], random)));
            set.Matches(text).ShouldBe(All(text), text);
        }
    }

    [Theory]
    [InlineData("水滴", false)]
    [InlineData("楼上漏了水", true)]
    [InlineData("停电", true)]
    [InlineData("停 电", false)]
    public void A_pattern_is_run_only_where_its_words_occur(string text, bool runs) =>
        (new PatternSet(Leaks).Candidates(text) != 0).ShouldBe(runs);

    [Fact]
    public void A_pattern_without_plain_words_is_always_run() => new PatternSet(Anything).Candidates("好").ShouldBe(1UL);

    private static string Piece(string text, Random random)
    {
        int start = random.Next(text.Length);
        return text.Substring(start, random.Next(Math.Min(12, text.Length - start) + 1));
    }

    private static ulong All(string text)
    {
        ulong bits = 0;
        for (int index = 0; index < Known.Length; index++)
        {
            bits |= Known[index]().IsMatch(text) ? 1UL << index : 0;
        }

        return bits;
    }

    [GeneratedRegex("(漏|渗).{0,3}水|停(?:水|电)$")]
    private static partial Regex Leaks();

    [GeneratedRegex(@"^[^了]+\d?")]
    private static partial Regex Anything();
}
