using System.ComponentModel.DataAnnotations;

namespace Bot.Messaging.Privacy;

public sealed class PrivacyOptions
{
    public const string Section = "Privacy";
    public const int ConsentLength = 120;

    /// <summary>
    /// Said once in every group of a vendor's channel. {社区}, {机器人}, {天数} and, where a language model is connected, {模型} are filled in. Empty says nothing.
    /// </summary>
    [MaxLength(ConsentLength)]
    public string Consent { get; set; } =
        "大家好，我是{社区}的{机器人}。为了帮大家办事、答问题，群里的话和照片存{天数}天，只给社区、网格员和物业的工作人员看{模型}。不想被记录，发“不要记录我”；要删以前的，找社区。有危险请直接打110、119、120。";

    /// <summary>What is said of a language model that reads some of it; set where one is connected.</summary>
    internal string ConsentModel { get; set; } = "";

    /// <summary>Raised when the words change in what they mean; then every group hears them again.</summary>
    [Range(1, 1_000_000)]
    public int ConsentVersion { get; set; } = 2;

    /// <summary>How many days what residents said is kept.</summary>
    [Range(7, 3650)]
    public int KeepDays { get; set; } = 180;

    /// <summary>What was said before this moment is not kept.</summary>
    public DateTimeOffset Oldest(DateTimeOffset now) => now - TimeSpan.FromDays(KeepDays);
}
