using System.Collections.Generic;

namespace ZStackGen.Facts.Examples;

/// <summary>Texts by member name, for names with the same meaning in all resources.</summary>
internal static class TextsByName
{
    private static readonly IReadOnlyDictionary<string, string>[] s_areas =
        [AccessTexts.ByName, NetworkTexts.ByName, HardwareTexts.ByName, PublicCloudTexts.ByName, MonitoringTexts.ByName, OperationTexts.ByName];

    /// <summary>Returns the text of a member; <see langword="null"/> if no area knows the name.</summary>
    public static string? Of(string name)
    {
        foreach (IReadOnlyDictionary<string, string> area in s_areas)
        {
            if (area.TryGetValue(name, out string? text))
                return text;
        }

        return null;
    }
}
