using System;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>Writes the cell of a column without a role as a sentence of the description.</summary>
internal static class OtherColumn
{
    private static readonly string[] s_deprecated = ["Deprecated", "Deprecated since", "Deprecated in", "Deprecated version", "Deprecated from", "Deprecation", "Obsolete since", "弃用版本", "废弃版本", "弃用", "废弃", "已弃用", "已废弃"];

    private static readonly string[] s_removed = ["Removed", "Removed in", "Removed version", "Removed since", "Removal", "移除版本", "删除版本", "移除", "删除", "下线版本"];

    /// <summary>Returns the sentence, such as <c>Default: 5</c>; <see langword="null"/> if the cell says that the element is not deprecated.</summary>
    /// <param name="heading">The heading of the column.</param>
    /// <param name="text">The text of the cell.</param>
    /// <param name="version">The version in the cell, if the cell contains one.</param>
    public static string? Sentence(string heading, string text, string version)
    {
        if (VersionText.IsVersion(version.AsSpan()))
        {
            if (Contains(s_deprecated, heading))
                return $"Deprecated since {version}.";
            if (Contains(s_removed, heading))
                return $"Removed in {version}.";
        }

        if ((Contains(s_deprecated, heading) || Contains(s_removed, heading)) && RequiredCell.Read(text.AsSpan(), isOptionalColumn: false) is { } isYes)
            return isYes ? heading + "." : null;
        return heading.Length == 0 ? text : heading + ": " + text;
    }

    /// <summary>Determines whether a column states when elements were deprecated or removed.</summary>
    public static bool IsOfLifetime(string heading) => Contains(s_deprecated, heading) || Contains(s_removed, heading);

    private static bool Contains(string[] words, string heading) => Array.Exists(words, word => word.Equals(heading, StringComparison.OrdinalIgnoreCase));
}
