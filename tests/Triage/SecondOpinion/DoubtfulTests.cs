using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Judging;
using Bot.Triage.Reading;
using Bot.Triage.SecondOpinion;

namespace Tests.Triage.SecondOpinion;

/// <summary>What is asked about: what lies near a threshold, and nothing of an emergency.</summary>
public sealed class DoubtfulTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(Act.Review, 0.4, 0.4f, DoubtSort.Unsure)]
    [InlineData(Act.Open, 0.55, 0.55f, DoubtSort.Opened)]
    [InlineData(Act.Open, 0.7, 0.7f, null)]
    [InlineData(Act.Silence, 0.6, 0.25f, DoubtSort.Silent)]
    [InlineData(Act.Silence, 0.6, 0.1f, null)]
    [InlineData(Act.Ask, 0.4, 0.25f, null)]
    [InlineData(Act.Join, 0.4, 0.4f, null)]
    [InlineData(Act.FollowUp, 0.4, 0.4f, null)]
    public void Only_what_lies_near_a_threshold(Act act, double confidence, float report, DoubtSort? sort) =>
        Doubtful.In([new Verdict(Said("楼上又来了", report), Kind.Chat, act, confidence, "")], 0.6).Select(asked => asked.Sort)
            .ShouldBe(sort is { } expected ? [expected] : []);

    [Fact]
    public void Neither_staff_nor_what_has_no_words()
    {
        Doubtful.In([new Verdict(Said("楼上又来了", 0.4f, SenderRole.Grid), Kind.Issue, Act.Review, 0.4, "")], 0.6).ShouldBeEmpty();
        Doubtful.In([new Verdict(Said("", 0.4f), Kind.Issue, Act.Review, 0.4, "")], 0.6).ShouldBeEmpty();
        Doubtful.In([new Verdict(Said("？！", 0.4f), Kind.Issue, Act.Review, 0.4, "")], 0.6).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_of_a_burst_in_which_something_burns()
    {
        Verdict unsure = new(Said("楼上又来了", 0.4f), Kind.Issue, Act.Review, 0.4, "");
        Doubtful.In([unsure, new Verdict(Said("着火了", 0.9f), Kind.Emergency, Act.Open, 0.95, "")], 0.6).ShouldBeEmpty();
        Doubtful.In([unsure, new Verdict(Said("着火了", 0.9f) with { Emergency = EmergencySort.Fire }, Kind.Issue, Act.Review, 0.4, "")], 0.6).ShouldBeEmpty();
    }

    [Fact]
    public void The_fragments_of_one_matter_are_asked_about_once()
    {
        Finding first = Said("楼上", 0.2f), opener = Said("半夜总拖椅子", 0.4f);
        Matter matter = new() { Opener = opener };
        matter.Add(first);
        matter.Add(opener);
        DoubtfulMatter asked = Doubtful.In(
            [new Verdict(first, Kind.Issue, Act.Review, 0.4, "", Matter: matter), new Verdict(opener, Kind.Issue, Act.Review, 0.4, "", Matter: matter)], 0.6).ShouldHaveSingleItem();
        asked.Opener.ShouldBe(opener.Message);
        asked.Parts.ShouldBe([first.Message]);
    }

    private static Finding Said(string text, float report, SenderRole role = SenderRole.Resident)
    {
        float[] kinds = new float[Enum.GetValues<Kind>().Length];
        (kinds[(int)Kind.Issue], kinds[(int)Kind.Chat]) = (report, 1 - report);
        Prediction prediction = new(kinds, new float[Enum.GetValues<Intent>().Length], new float[5], new float[4], new float[Topics.All.Count], 0);
        ChatMessage message = new(text, "群", Time, "3-1-502", text, role);
        return new Finding(message, MessageText.Parse(text, [], hasImages: false), prediction, Place: null, Emergency: null, Doubts.None, default, default);
    }
}
