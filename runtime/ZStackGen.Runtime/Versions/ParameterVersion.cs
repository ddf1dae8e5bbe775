using System;
using System.Collections.Generic;

namespace ZStack;

// A parameter that is newer than its API, or a field of a structure in a parameter that is newer than the parameter.
internal sealed class ParameterVersion(string path, ZStackVersion version)
{
    // Stands for every key of a map.
    public const string AnyKey = "*";

    // The names on the wire, from the parameter to the field. A list has no name of its own.
    public string[] Path { get; } = path.Split('/');

    public string Name { get; } = path.Replace('/', '.');

    public ZStackVersion Version => version;

    // Reads one line for each parameter: its version, a space, its path. Invalid lines are skipped.
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
