using System.Text.RegularExpressions;

namespace Bot.Messaging.Privacy;

/// <summary>What a person wishes about the keeping of their words.</summary>
public enum Wish
{
    None,

    /// <summary>不要记录我.</summary>
    Unrecorded,

    /// <summary>可以记录我.</summary>
    Recorded,
}

/// <summary>Tells such a wish from other words: only a message that says nothing else is one.</summary>
public static partial class Wishes
{
    private const int Longest = 60;

    /// <param name="botNames">Names by which the bot may be called before or after it.</param>
    public static Wish In(string text, IEnumerable<string> botNames)
    {
        if (text.Length > Longest) { return Wish.None; }
        string bare = Bare().Replace(botNames.OrderByDescending(name => name.Length)
            .Aggregate(text, (words, name) => name.Length == 0 ? words : words.Replace("@" + name, "", StringComparison.Ordinal)), "");
        return Stop().IsMatch(bare) ? Wish.Unrecorded : Again().IsMatch(bare) ? Wish.Recorded : Wish.None;
    }

    // blanks, invisible characters, punctuation
    [GeneratedRegex(@"[\s\p{P}\p{Cf}\p{S}]+")]
    private static partial Regex Bare();

    // 记 and 留 alone mean other things too (别记我名字, 别留我); with 我的话 they do not
    [GeneratedRegex("""
        ^(?:你好|您好)?(?:请|麻烦|求)?(?:你们?|您|机器人|小助手)?(?:以后|今后|从现在起|从现在开始|现在起)?(?:请|就|都)?
        (?:
            (?:不要|不许|不准|不用|不能|不可以|别|请勿|勿|停止|取消|禁止|拒绝)(?:再|继续|给我)?(?:
                (?:记录|保存|存储|采集|收集|存)(?:下|下来)?(?:我们?|俺|本人)(?:的|说的|发的|讲的)?(?:话|消息|信息|聊天|聊天记录|发言|内容|照片|隐私)?
                |记(?:下|下来)?(?:我们?|俺|本人)(?:的|说的|发的|讲的)(?:话|消息|聊天|发言|内容)?
                |把(?:我|本人)(?:的|说的|发的)?(?:话|消息|聊天|发言|内容)(?:记录|存|保存|记)(?:下来|起来)?
            )
            |我?(?:不同意|不愿意|不想|不希望|不接受|拒绝)(?:你|机器人)?(?:被|再被)?(?:记录|保存)(?:我)?(?:的|说的)?(?:话|消息|聊天|发言)?
        )
        (?:了|啦|吧|哦|啊|呀|好吗|可以吗|谢谢|谢谢你|谢谢您|多谢)*$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Stop();

    [GeneratedRegex("""
        ^(?:请|麻烦)?(?:你们?|您|机器人|小助手)?(?:现在|以后|今后)?(?:又)?
        (?:(?:可以|恢复|重新|继续|允许)(?:再|重新|继续|开始)?(?:记录|保存|记|存)(?:下)?(?:我|本人)(?:的|说的|发的)?(?:话|消息|聊天|发言|内容)?
            |我?(?:同意|愿意|允许)(?:你|机器人)?(?:被)?(?:记录|保存)(?:我)?(?:的|说的)?(?:话|消息|聊天|发言)?)
        (?:了|啦|吧|哦|啊|呀|谢谢)*$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Again();
}
