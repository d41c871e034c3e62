using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Bot.Ai.Prompts;

/// <summary>Reads a prompt file, or says in which line it is wrong.</summary>
public static partial class PromptReader
{
    private const string Format = "semantic-kernel";

    /// <param name="file">Its path, for the message; its name must be the prompt's.</param>
    public static PromptFile Read(string file, string text)
    {
        string whole = text.ReplaceLineEndings("\n");
        Match header = Header().Match(whole);
        if (!header.Success) { throw new PromptException(file, 1, "要以 --- 开头，写完名字、版本、变量后再写一行 ---"); }
        PromptHeader said = ReadHeader(file, header.Groups[1].Value);
        int bodyAt = header.Length;
        List<(ChatRole, string)> messages = [.. ReadMessages(file, whole, bodyAt)];
        string[] inputs = [.. said.InputVariables.Select(input => input.Name!)];
        CheckPlaces(file, whole, bodyAt, inputs);
        PromptSettings settings = said.ExecutionSettings.GetValueOrDefault("default") ?? new PromptSettings();
        return new PromptFile(said.Name!, said.Version, inputs, settings.MaxTokens, settings.Temperature, messages);
    }

    private static PromptHeader ReadHeader(string file, string yaml)
    {
        PromptHeader header;
        try
        {
            header = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
                .Deserialize<PromptHeader>(yaml) ?? new PromptHeader();
        }
        catch (YamlException wrong)
        {
            throw new PromptException(file, (int)wrong.Start.Line + 1, $"抬头读不懂（{(wrong.InnerException ?? wrong).Message.ReplaceLineEndings(" ")}）");
        }
        string expected = Path.GetFileName(file).Split('.')[0];
        string? problem = header.Name != expected ? $"name 要和文件名一样：{expected}"
            : header.Version < 1 ? "version 要从 1 起"
            : string.IsNullOrWhiteSpace(header.Description) ? "缺 description"
            : header.TemplateFormat is not (null or Format) ? $"template_format 只认 {Format}"
            : header.InputVariables.Exists(input => string.IsNullOrWhiteSpace(input.Name)) ? "input_variables 里有一项没有 name"
            : header.ExecutionSettings.Values.Any(settings => settings.MaxTokens is < 1 or > 8192) ? "max_tokens 要在 1 到 8192 之间"
            : null;
        return problem is null ? header : throw new PromptException(file, 2, problem);
    }

    private static IEnumerable<(ChatRole Role, string Body)> ReadMessages(string file, string whole, int from)
    {
        int at = from;
        foreach (Match message in Message().Matches(whole[from..]))
        {
            CheckEmpty(file, whole, at, from + message.Index);
            int unclosed = message.Groups[2].Value.IndexOf("<message", StringComparison.Ordinal);
            if (unclosed >= 0) { throw new PromptException(file, LineOf(whole, from + message.Groups[2].Index + unclosed), "上一段没有写 </message>"); }
            at = from + message.Index + message.Length;
            yield return (message.Groups[1].Value switch
            {
                "system" => ChatRole.System,
                "user" => ChatRole.User,
                "assistant" => ChatRole.Assistant,
                _ => throw new PromptException(file, LineOf(whole, from + message.Index), "role 只能是 system、user、assistant"),
            }, message.Groups[2].Value.Trim());
        }
        CheckEmpty(file, whole, at, whole.Length);
        if (at == from) { throw new PromptException(file, LineOf(whole, from), "没有 <message role=\"…\"> 这样的一段"); }
    }

    private static void CheckEmpty(string file, string whole, int from, int to)
    {
        string between = whole[from..to];
        if (between.Trim().Length > 0)
        {
            throw new PromptException(file, LineOf(whole, from + between.Length - between.TrimStart().Length), "这里的话不在 <message role=\"…\"> 和 </message> 之间");
        }
    }

    private static void CheckPlaces(string file, string whole, int from, string[] inputs)
    {
        HashSet<string> used = [];
        foreach (Match brace in Braces().Matches(whole, from))
        {
            Match place = PromptFile.Place().Match(brace.Value);
            if (!place.Success || !inputs.Contains(place.Groups[1].Value))
            {
                throw new PromptException(file, LineOf(whole, brace.Index), $"{brace.Value} 没有在 input_variables 里写明");
            }
            used.Add(place.Groups[1].Value);
        }
        if (inputs.FirstOrDefault(input => !used.Contains(input)) is { } unused)
        {
            throw new PromptException(file, 2, $"input_variables 里的 {unused} 没有用到");
        }
    }

    private static int LineOf(string whole, int at) => 1 + whole.AsSpan(0, at).Count('\n');

    [GeneratedRegex(@"\A---\n(.*?\n)---\n", RegexOptions.Singleline)]
    private static partial Regex Header();

    [GeneratedRegex("<message role=\"([^\"]*)\">(.*?)</message>", RegexOptions.Singleline)]
    private static partial Regex Message();

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Braces();
}
