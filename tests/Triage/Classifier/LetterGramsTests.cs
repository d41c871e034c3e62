using Bot.Triage.Classifier;

namespace Tests.Triage.Classifier;

public sealed class LetterGramsTests
{
    private static readonly string[] Known =
    [
        "路灯坏了，请尽快来修。路灯 坏了！", "The lamp is broken in building 3", "噪音很大，晚上睡不着", string.Concat(Enumerable.Repeat("小区门口的路灯不亮，", 40)),
    ];

    [Theory]
    [InlineData("路灯坏了，请尽快来修。")]
    [InlineData("路灯很大 the LAMP，路灯路灯")]
    [InlineData("从没见过的字：鱻")]
    [InlineData("灯")]
    [InlineData("")]
    public void Finds_what_counting_hashed_runs_finds(string text)
    {
        foreach (bool punctuation in new[] { true, false })
        {
            Vocabulary vocabulary = new([.. Known.SelectMany(known => Keys(known, punctuation)).Distinct().Order()], []);
            (LetterGramTables tables, IReadOnlyList<int> features) = new LetterGramsBuilder(vocabulary, punctuation).Build(Known);
            foreach (string letter in new[] { text, string.Concat(Enumerable.Repeat(text + "，亮路灯。", 60)) })
            {
                LetterScratch scratch = LetterScratch.For(letter.Length, features.Count);
                int found = new LetterGrams(tables).Find(letter, scratch);

                IEnumerable<int> rows = scratch.Rows.Take(found).Select(row => features[(int)row]).Where(feature => feature >= 0).Order();
                rows.ShouldBe(Keys(letter, punctuation).Select(vocabulary.Find).Where(feature => feature >= 0).Order());
            }
        }
    }

    private static uint[] Keys(string text, bool punctuation)
    {
        FeatureList features = new(LetterFeatures.Most(text.Length));
        LetterFeatures.Add(ref features, text, punctuation);
        uint[] keys = features.Keys.ToArray();
        features.Dispose();
        return keys;
    }
}
