using System.ComponentModel.DataAnnotations;
using Bot.Storage;

namespace Bot.Ai;

/// <summary>In which form the model is asked to answer; not every server knows every form.</summary>
public enum AnswerFormat { Text, Json, Schema }

/// <summary>Section <c>Ai</c>: a language model on any server that speaks the common chat protocol. Off without an endpoint.</summary>
public sealed class AiOptions
{
    public const string Section = "Ai";

    /// <summary>Base address, e.g. http://127.0.0.1:11434/v1.</summary>
    [SafeAddress("http://127.0.0.1:11434/v1")]
    public string? Endpoint { get; set; }

    public string? Model { get; set; }

    /// <summary>Read from the configuration, kept in memory, shown and logged nowhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long one try may take.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Further tries after a failure that may pass.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Calls under way at the same time.</summary>
    [Range(1, 16)]
    public int AtOnce { get; set; } = 2;

    [Range(1, 10_000)]
    public int CallsPerHour { get; set; } = 120;

    /// <summary>Tokens sent and received in one day of the community; what may not fit any more is not asked.</summary>
    [Range(1_000, 100_000_000)]
    public int TokensPerDay { get; set; } = 300_000;

    /// <summary>After repeated failures nothing is asked for so long, then one call tries.</summary>
    [Range(1, 3600)]
    public int BreakSeconds { get; set; } = 60;

    /// <summary>Price of a million tokens sent; for the cost on the page only.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal InputPrice { get; set; }

    /// <summary>Price of a million tokens received.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal OutputPrice { get; set; }

    public AnswerFormat AnswerFormat { get; set; } = AnswerFormat.Json;

    /// <summary>What the server calls the limit of an answer's length.</summary>
    [AllowedValues("max_tokens", "max_completion_tokens")]
    public string LengthLimit { get; set; } = "max_tokens";

    /// <summary>Folder of prompt files; null for those that come with the program.</summary>
    [ExistingFolder]
    public string? Prompts { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);
}
