using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage;

/// <summary>The corpus follows its labelling rules and is written by people, not by filling in templates.</summary>
public sealed partial class CorpusTests
{
    private static readonly string Folder = Repository.File("bot", "Triage", "Corpus");
    private static readonly IReadOnlyList<CorpusRow> Rows = [.. Directory.GetFiles(Folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(Corpus.ReadFile)];

    [Fact]
    public void There_is_enough_of_everything()
    {
        Rows.Count.ShouldBeGreaterThanOrEqualTo(5000);
        Enum.GetValues<Kind>().ShouldAllBe(kind => Rows.Count(r => r.Kind == kind) >= 200);
        Enum.GetValues<Kind>().ShouldAllBe(kind => Rows.Count(r => r.Kind == kind) < Rows.Count / 2);
        Enum.GetValues<Intent>().Except([Intent.Unknown]).ShouldAllBe(intent => Rows.Count(r => r.Intent == intent) >= 60);
        Enum.GetValues<Category>().ShouldAllBe(category => Rows.Count(r => r.Category == category) >= 150);
        Enum.GetValues<Urgency>().ShouldAllBe(urgency => Rows.Count(r => r.Urgency == urgency) >= 120);
        Enum.GetValues<SenderRole>().Except([SenderRole.Bot]).ShouldAllBe(role => Rows.Count(r => r.Role == role) >= 80);
    }

    [Fact]
    public void Every_topic_is_spoken_of() => Topics.All.Where(topic => Rows.Count(r => r.Topic == topic) < 5).ShouldBeEmpty();

    [Fact]
    public void Each_kind_has_just_the_labels_it_can_have()
    {
        Offending(r => !IntentFits(r)).ShouldBeEmpty();
        Offending(r => (r.Urgency is not null) != IsReport(r)).ShouldBeEmpty();
        Offending(r => r.Location is not null && !IsReport(r)).ShouldBeEmpty();
        Offending(r => (r.Category is not null) != (IsReport(r) || (r.Kind == Kind.Question && r.Intent != Intent.Neighbour))).ShouldBeEmpty();
        Offending(r => r.Topic is null && r.Category is not null).ShouldBeEmpty();
        Offending(r => r.Topic is not null && r.Category is null && r.Kind != Kind.Followup).ShouldBeEmpty();
        Offending(r => (r.Kind == Kind.Emergency) != (r.Urgency == Urgency.Emergency)).ShouldBeEmpty();
        Offending(r => r.Role == SenderRole.Bot || r.Sender.Length == 0 || string.IsNullOrWhiteSpace(r.Text)).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_stands_twice_and_no_sentence_frame_more_than_three_times()
    {
        Rows.GroupBy(r => r.Text).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        Rows.GroupBy(r => Skeleton(r.Text)).Where(g => g.Count() > 3).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Nine_rows_in_ten_share_less_than_half_with_any_other()
    {
        TrigramOverlap others = new(Rows.Select(r => r.Text));

        Rows.Where((r, i) => others.GreatestShare(r.Text, except: i) >= 0.5).Count().ShouldBeLessThan(Rows.Count / 10);
    }

    [Fact]
    public void The_sample_log_is_not_in_the_corpus()
    {
        string log = SharedMaterial.Require("examples", "sample.jsonl");
        string[] texts = [.. File.ReadLines(log).Where(l => l.Length > 0).Select(Text)];
        TrigramOverlap sample = new(texts);

        Rows.Where(r => r.Text.Length > 4 && texts.Contains(r.Text)).ShouldBeEmpty();
        Rows.Count(r => sample.GreatestShare(r.Text) >= 0.5).ShouldBeLessThan(Rows.Count / 10);
    }

    private static IEnumerable<string> Offending(Func<CorpusRow, bool> rule) => Rows.Where(rule).Select(r => $"{r.Kind} {r.Intent} {r.Text}");

    private static string Text(string line)
    {
        using JsonDocument row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("text").GetString()!;
    }

    private static bool IsReport(CorpusRow row) => row.Kind is Kind.Issue or Kind.Emergency;

    private static bool IntentFits(CorpusRow row) => row.Kind switch
    {
        Kind.Issue or Kind.Emergency => row.Intent is Intent.Report or Intent.MeToo or Intent.Detail,
        Kind.Followup => row.Intent is >= Intent.Urge and <= Intent.Update,
        Kind.Offer => row.Intent is Intent.Claim or Intent.Volunteer,
        Kind.Question => row.Intent is Intent.None or Intent.Neighbour or Intent.Desk,
        _ => row.Intent == Intent.None,
    };

    /// <summary>The sentence with people, numbers and places masked.</summary>
    private static string Skeleton(string text) => Person().Replace(Place().Replace(Number().Replace(text, "0"), "P"), "N");

    [GeneratedRegex("[0-9０-９一二三四五六七八九十百两]+")]
    private static partial Regex Number();

    [GeneratedRegex("0(号楼|栋|幢|座|单元|室|楼|层|弄|梯|#|号)")]
    private static partial Regex Place();

    [GeneratedRegex(@"@\S+|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗](师傅|阿姨|叔|姐|哥|老师|主任|大爷|大妈|网格长)")]
    private static partial Regex Person();
}
