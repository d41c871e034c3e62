using System.Text.RegularExpressions;

namespace Bot.Triage.SecondOpinion;

/// <summary>Words that talk to a model and not to neighbours. What has them is left to people, and is no context for others.</summary>
public static partial class Instructions
{
    public static bool In(string text) => ToModel().IsMatch(text);

    [GeneratedRegex(
        """
        (忽略|无视|忘(记|掉)|不要管|别管|跳过|覆盖|推翻).{0,12}(指示|指令|规则|要求|提示|设定|上面|以上|之前|前面|系统)|
        (你(现在)?是|你(现在)?扮演|假装(你)?是|作为).{0,10}(AI|人工智能|模型|助手|机器人|管理员|开发者|系统)|
        (输出|返回|回答|回复|填写?|设为|设成|判(断)?为|标(记)?为|归为).{0,16}(json|JSON|kind|opens|joins|urgency|confidence|reason|true|false|null|chat|issue|emergency|[{}])|
        "?(kind|opens|joins|confidence|urgency)"?\s*[:：=]|
        </?\s*(data|message|system|user|assistant|instructions?|prompt)\b|
        (system|developer|assistant)\s*(prompt|message|[:：])|提示词|系统提示|开发者模式|越狱|jailbreak|
        ignore\s.{0,30}(previous|above|prior|all|instruction)|disregard\s.{0,30}(previous|above|instruction)|you\s+are\s+(now|an?)\s|pretend\s+to|
        (api.?key|密钥|token).{0,10}(发|给|告诉|输出|是什么)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex ToModel();
}
