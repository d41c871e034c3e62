using System.ComponentModel.DataAnnotations;

namespace Bot.Ai.Prompts;

/// <summary>A prompt file that cannot be used; the program does not start with it.</summary>
public sealed class PromptException(string file, int line, string what)
    : ValidationException($"提示文件有误：{file} 第{line}行，{what}。");
