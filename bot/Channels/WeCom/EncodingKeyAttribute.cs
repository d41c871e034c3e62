using System.ComponentModel.DataAnnotations;
using Bot.Channels.Envelopes;

namespace Bot.Channels.WeCom;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingKeyAttribute() : ValidationAttribute("须是企业微信后台“EncodingAESKey”一栏的 43 个字符")
{
    public override bool IsValid(object? value) => value is null or "" || EnvelopeCipher.IsKey(value as string);
}
