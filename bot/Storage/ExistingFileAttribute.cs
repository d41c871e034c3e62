using System.ComponentModel.DataAnnotations;

namespace Bot.Storage;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExistingFileAttribute() : ValidationAttribute("须是一个读得到的文件")
{
    public override bool IsValid(object? value) => value is null or "" || value is string path && File.Exists(path);
}
