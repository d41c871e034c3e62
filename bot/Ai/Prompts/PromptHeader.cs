namespace Bot.Ai.Prompts;

/// <summary>The header of a prompt file; the keys are those of Semantic Kernel's prompt files, and a version.</summary>
internal sealed class PromptHeader
{
    public string? Name { get; set; }
    public int Version { get; set; }
    public string? Description { get; set; }
    public string? TemplateFormat { get; set; }
    public List<PromptInput> InputVariables { get; set; } = [];
    public Dictionary<string, PromptSettings> ExecutionSettings { get; set; } = [];
}

internal sealed class PromptInput
{
    public string? Name { get; set; }
    public string? Description { get; set; }
    public bool IsRequired { get; set; } = true;
}

internal sealed class PromptSettings
{
    public float Temperature { get; set; }
    public int MaxTokens { get; set; } = 256;
}
