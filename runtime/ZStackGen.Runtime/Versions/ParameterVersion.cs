using System;
using System.Collections.Generic;

namespace ZStack;

// A parameter that is newer than its API.
internal sealed class ParameterVersion(string name, ZStackVersion version)
{
    public string Name => name;

    public ZStackVersion Version => version;

    // Reads one line for each parameter: its version, a space, its name. Invalid lines are skipped.
    public static IReadOnlyList<ParameterVersion> Parse(string? lines)
    {
        if (string.IsNullOrEmpty(lines))
            return Array.Empty<ParameterVersion>();
        var parsed = new List<ParameterVersion>();
        foreach (string line in lines!.Split('\n'))
        {
            int space = line.IndexOf(' ');
            if (space > 0 && ZStackVersion.TryParse(line.Substring(0, space), out ZStackVersion? version))
                parsed.Add(new ParameterVersion(line.Substring(space + 1), version));
        }

        return parsed;
    }
}
