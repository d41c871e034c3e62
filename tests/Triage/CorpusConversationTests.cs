using Bot.Grids;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;
using Tests.Support;

namespace Tests.Triage;

/// <summary>The labelled conversations of the corpus can be scored: labels known, matters opened before they are talked of.</summary>
public sealed class CorpusConversationTests
{
    private static readonly string Folder = Repository.File("bot", "Triage", "Corpus");
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.jsonl", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<GoldThread> Threads { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "Threads"), "*.jsonl").SelectMany(GoldThread.Read)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Messages_follow_one_another_in_time_with_names_of_their_own(string file)
    {
        IReadOnlyList<GoldThread> threads = GoldThread.Read(Path.Combine(Folder, file));

        threads.SelectMany(thread => thread.Rows).CountBy(row => row.Id).Where(id => id.Value > 1).ShouldBeEmpty();
        threads.SelectMany(thread => thread.Rows.Zip(thread.Rows.Skip(1))).Where(pair => pair.Second.Time < pair.First.Time).Select(pair => pair.Second.Id).ShouldBeEmpty();
        threads.SelectMany(thread => thread.Rows).Where(row => string.IsNullOrWhiteSpace(row.Text) || row.Sender.Length == 0).Select(row => row.Id).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Links_lead_to_messages_of_the_same_conversation(string file)
    {
        foreach (GoldThread thread in GoldThread.Read(Path.Combine(Folder, file)))
        {
            HashSet<string> openers = [.. thread.Incidents.Select(incident => incident.Opener)];
            thread.Rows.Where(row => row.AttachTo is { } to && !openers.Contains(to)).Select(row => row.Id).ShouldBeEmpty();
            thread.Rows.Index().Where(row => row.Item.ReplyTo is { } to && thread.Rows.Take(row.Index).All(before => before.Id != to)).Select(row => row.Item.Id).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Labels_are_known_and_go_together(string file)
    {
        GoldRow[] rows = [.. GoldThread.Read(Path.Combine(Folder, file)).SelectMany(thread => thread.Rows)];
        IEnumerable<string> Offending(Func<GoldRow, bool> rule) => rows.Where(rule).Select(row => $"{row.Id} {row.Text}");

        Offending(row => new[] { row.Kind }.Concat(row.KindAlt ?? []).Any(kind => !Known<Kind>(kind))).ShouldBeEmpty();
        Offending(row => Said(row.Category, row.CategoryAlt).Any(name => !LabelNames.TryParse(name, out Category _))).ShouldBeEmpty();
        Offending(row => Said(row.Urgency, row.UrgencyAlt).Any(name => !LabelNames.TryParse(name, out Urgency _))).ShouldBeEmpty();
        Offending(row => row.Role is not (null or "grid" or "property" or "staff")).ShouldBeEmpty();
        Offending(row => row.ShouldTicket != row.IsReport || row.Urgency is not null != row.IsReport).ShouldBeEmpty();
        Offending(row => row.Category is null && row.IsReport).ShouldBeEmpty();
        Offending(row => row.Category is not null && !row.IsReport && row.Kind != "question").ShouldBeEmpty();
        Offending(row => row.Location is not null && !row.IsReport).ShouldBeEmpty();
        Offending(row => row.Kind == "emergency" != (row.Urgency == "emergency")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_community_is_described_beside_it(string file)
    {
        string path = Path.ChangeExtension(Path.Combine(Folder, file), ".directory.json");
        CommunityDirectory? directory = DirectoryFile.Read(File.ReadAllText(path), out string? error);

        error.ShouldBeNull();
        GoldThread.Read(Path.Combine(Folder, file)).SelectMany(thread => thread.Rows).Select(row => row.Group).Distinct()
            .Where(group => !directory!.Groups.ContainsKey(group)).ShouldBeEmpty();
    }

    [Fact]
    public void The_threads_show_what_groups_do()
    {
        Threads.Count.ShouldBeGreaterThanOrEqualTo(40);
        Threads.ShouldAllBe(thread => thread.Rows.Select(row => row.Sender).Distinct().Count() >= 3);
        Threads.Count(thread => Bursts(thread).Any()).ShouldBeGreaterThanOrEqualTo(20);
        Threads.Count(thread => Bursts(thread).Any(pair => pair.To - pair.From > 1)).ShouldBeGreaterThanOrEqualTo(10, "bursts that others talk into");
        Threads.Count(thread => thread.Incidents.Any(incident => incident.Rows.Where(row => row.IsReport).Select(row => row.Group).Distinct().Count() > 1))
            .ShouldBeGreaterThanOrEqualTo(4, "one matter told in two groups");
        foreach (string what in new[] { "催", "核验", "复发", "撤回" })
        {
            Threads.Count(thread => thread.Rows.Any(row => row.Note?.Contains(what, StringComparison.Ordinal) == true)).ShouldBeGreaterThanOrEqualTo(4, what);
        }
    }

    [Fact]
    public void Nothing_of_the_threads_is_learned_from()
    {
        string[] learned = [.. Corpus.Read(Folder).Select(row => row.Text).Distinct()];
        TrigramOverlap known = new(learned);
        string[] texts = [.. Threads.SelectMany(thread => thread.Rows).Select(row => row.Text).Where(text => text.Length > 8 && !text.StartsWith("[语音]", StringComparison.Ordinal))];

        texts.Intersect(learned).ShouldBeEmpty();
        texts.Count(text => known.GreatestShare(text) >= 0.5).ShouldBeLessThan(texts.Length / 10);
    }

    /// <summary>Neighbouring messages of one person about one matter, by their place in the thread.</summary>
    private static IEnumerable<(int From, int To)> Bursts(GoldThread thread) =>
        thread.Rows.Index().Where(row => thread.IncidentOf.ContainsKey(row.Item.Id))
            .GroupBy(row => (thread.IncidentOf[row.Item.Id], row.Item.Sender))
            .SelectMany(said => said.Zip(said.Skip(1)))
            .Where(pair => pair.Second.Item.Time - pair.First.Item.Time <= Burst)
            .Select(pair => (pair.First.Index, pair.Second.Index));

    private static IEnumerable<string> Said(string? label, IEnumerable<string>? alternatives) => (alternatives ?? []).Concat(label is null ? [] : [label]);

    private static bool Known<T>(string name) where T : struct, Enum => Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase);
}
