using System.ComponentModel.DataAnnotations;

namespace Bot.Storage;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExistingFolderAttribute() : ValidationAttribute("须是一个已有的文件夹")
{
    public override bool IsValid(object? value) => value is null or "" || value is string path && Directory.Exists(path);
}
