using System.Text;
using Bot.Grids;
using Bot.Messaging.Activities;
using Bot.Messaging.Privacy;

namespace Bot.Messaging.Receiving;

/// <summary>The text of a message as it is stored: an end to everything that a sender can make long.</summary>
internal static class HeardText
{
    private const int MostMentions = 20;
    private const int ShortestMention = 2;
    private const string CutMark = "…（太长，后面没有存）";

    /// <summary>The words as they were said, with the bot called as the community calls it.</summary>
    public static Spoken Spoken(Activity activity, CommunityDirectory directory)
    {
        (string text, bool isCut) = Cut(activity.Text ?? "");
        string[] mentions = [.. (activity.Entities ?? [])
            .Where(entity => entity is { Type: "mention", Text.Length: >= ShortestMention and <= Reception.LongestText } && entity.Mentioned?.Id is { } id && id == activity.Recipient?.Id)
            .Select(entity => entity.Text!).Distinct(StringComparer.Ordinal).Take(MostMentions).OrderByDescending(mention => mention.Length)];
        return new Spoken((mentions.Length == 0 ? text : Replace(text, mentions, $"@{directory.BotName()} ")).Trim(), isCut);
    }

    /// <param name="spoken">The words.</param>
    /// <param name="activity">What else it brings.</param>
    /// <param name="directory">The names of the bot.</param>
    /// <param name="unheard">Quoted words that were said where the channel does not hear: they are what the message is about.</param>
    public static string Of(Spoken spoken, Activity activity, CommunityDirectory directory, string? unheard)
    {
        string text = spoken.Words;
        // a wish about one's own words is one whatever it quotes
        bool wishes = Wishes.In(text, directory.BotNames) != Wish.None;
        if (!wishes && unheard?.Trim() is { Length: > 0 } words) { text = $"{text}\n「{words}」".TrimStart(); }
        string[] others = [.. (activity.Attachments ?? []).Take(Reception.MostPictures).Select(Named).Where(words => !text.Contains(words, StringComparison.Ordinal))];
        (string all, bool isCut) = Cut(string.Join(' ', others.Prepend(text).Where(words => words.Length > 0)));
        return isCut || spoken.IsCut ? all + CutMark : all;
    }

    public static bool IsPicture(Attachment attachment) => attachment.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true;

    private static (string Text, bool IsCut) Cut(string text) => text.Length <= Reception.LongestText
        ? (text, false)
        : (text[..(char.IsHighSurrogate(text[Reception.LongestText - 1]) ? Reception.LongestText - 1 : Reception.LongestText)], true);

    // in one pass: what was put in is not looked at again
    private static string Replace(string text, string[] mentions, string own)
    {
        StringBuilder said = new(text.Length);
        for (int at = 0; at < text.Length;)
        {
            string? mention = Array.Find(mentions, mention => text.AsSpan(at).StartsWith(mention, StringComparison.Ordinal));
            if (mention is null) { said.Append(text[at++]); }
            else
            {
                said.Append(own);
                at += mention.Length;
            }
        }
        return said.ToString();
    }

    private static string Named(Attachment attachment) => attachment.ContentType switch
    {
        _ when IsPicture(attachment) => "[图片]",
        { } type when type.StartsWith("audio/", StringComparison.Ordinal) => "[语音]",
        { } type when type.StartsWith("video/", StringComparison.Ordinal) => "[视频]",
        _ when SafeWords.Clean(attachment.Name, 40) is { Length: > 0 } name => $"[文件：{name}]",
        _ => "[文件]",
    };
}

/// <param name="IsCut">Whether it was longer.</param>
internal sealed record Spoken(string Words, bool IsCut);
