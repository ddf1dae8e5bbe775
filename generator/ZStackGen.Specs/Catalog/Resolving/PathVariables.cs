using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The variables of a path, and the parameters that supply their values.</summary>
internal sealed class PathVariables
{
    private readonly List<string> _names = [];
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    public PathVariables(string path)
    {
        for (int open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                break;
            string name = path.Substring(open + 1, close - open - 1);
            if (_set.Add(name))
                _names.Add(name);
            open = close;
        }
    }

    public bool Contains(string name) => _set.Contains(name);

    /// <summary>Returns the type of a parameter in a path segment.</summary>
    public static TypeReference InPath(TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Boolean or ValueKind.OpenEnum => type,
        _ => TypeReference.String,
    };

    /// <summary>Assigns a parameter to every variable: by name; otherwise, a path parameter without a variable; otherwise, a new parameter.</summary>
    public void Assign(List<ResolvedMember> members, bool hasBody)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // Path parameters whose names match no variable.
        var spare = new Queue<int>();
        for (int i = 0; i < members.Count; i++)
        {
            if (_set.Contains(members[i].Name))
            {
                taken.Add(members[i].Name);
                members[i] = members[i] with { Location = ParameterLocation.Path, IsRequired = true, Type = InPath(members[i].Type) };
            }
            else if (members[i].Location == ParameterLocation.Path)
            {
                spare.Enqueue(i);
            }
        }

        foreach (string name in _names)
        {
            if (!taken.Add(name))
                continue;
            if (spare.Count > 0)
            {
                int index = spare.Dequeue();
                members[index] = members[index] with { PathVariable = name };
                continue;
            }

            members.Add(new ResolvedMember(name, TypeReference.String) { IsRequired = true, Location = ParameterLocation.Path });
        }

        // A path parameter for which no variable is left is sent like the other arguments of the API.
        foreach (int index in spare)
            members[index] = members[index] with { Location = hasBody ? ParameterLocation.Body : ParameterLocation.Query, InWrapper = hasBody };
    }
}
