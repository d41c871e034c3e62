using Knowledge;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bot.Answers.Library;

/// <summary>Lists of names are compared by their names.</summary>
internal sealed class NameListComparer() : ValueComparer<NameList>((one, other) => one == null ? other == null : one.Equals(other), names => names.GetHashCode());
