using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Determines the category of an API: the folder of its page under the specs folder; otherwise, the first segment of its path.</summary>
internal static class Categories
{
    public static string Of(string pagePath, string apiPath, EquatableArray<string> roots)
    {
        string path = pagePath.Replace('\\', '/');
        int end = path.LastIndexOf('/');
        if (end > 0)
        {
            int start = RootEnd(path, roots);
            if (start >= 0 && start < end)
            {
                int slash = path.IndexOf('/', start);
                return path.Substring(start, slash - start);
            }
        }

        // For instance, "/v1/vm-instances/{uuid}" gives "vm-instances".
        int first = apiPath.StartsWith("/v1/", StringComparison.Ordinal) ? 4 : 1;
        if (first >= apiPath.Length)
            return "other";
        int next = apiPath.IndexOf('/', first);
        string segment = next < 0 ? apiPath.Substring(first) : apiPath.Substring(first, next - first);
        return segment.Length == 0 || segment[0] == '{' ? "other" : segment;
    }

    private static int RootEnd(string path, EquatableArray<string> roots)
    {
        foreach (string root in roots)
        {
            if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase))
                return root.Length;
            int inside = path.LastIndexOf("/" + root, StringComparison.OrdinalIgnoreCase);
            if (inside >= 0)
                return inside + 1 + root.Length;
        }

        return -1;
    }
}
