using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>The variables of a path such as <c>/v1/eips/{eipUuid}/vm-instances/nics/{vmNicUuid}</c>.</summary>
internal static class PathTemplate
{
    public static bool HasVariable(string path, string name)
    {
        int at = 0;
        while ((at = path.IndexOf('{', at)) >= 0)
        {
            at++;
            if (string.CompareOrdinal(path, at, name, 0, name.Length) == 0 && at + name.Length < path.Length && path[at + name.Length] == '}')
                return true;
        }

        return false;
    }

    public static IEnumerable<string> Variables(string path)
    {
        int at = 0;
        while ((at = path.IndexOf('{', at)) >= 0)
        {
            int end = path.IndexOf('}', at);
            if (end < 0)
                yield break;
            yield return path.Substring(at + 1, end - at - 1);
            at = end;
        }
    }
}
