using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Messaging.Pictures;

/// <summary>
/// Names of pictures that are still to be fetched: "p" and 32 hexadecimal digits, made of where they were said, so that a message that
/// comes again names the same files. They have no ending, since what a picture is shows only when it is there: its first bytes tell.
/// </summary>
public static class PictureNames
{
    /// <param name="conversation">The channel's id of it.</param>
    public static string Of(string channel, string conversation, string messageId, int index)
    {
        string place = string.Join('\n', channel, conversation, messageId, index.ToString(CultureInfo.InvariantCulture));
        return "p" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..32];
    }

    /// <summary>Whether it is the name of a picture that is or was to be fetched.</summary>
    public static bool Is(string name) => name.Length == 33 && name[0] == 'p' && name.AsSpan(1).TrimStart("0123456789abcdef").IsEmpty;
}
