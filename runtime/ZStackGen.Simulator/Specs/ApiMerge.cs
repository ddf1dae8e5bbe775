using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>Makes one API of two pages about it, such as a documentation page and its page in the API explorer.</summary>
internal static class ApiMerge
{
    public static ApiModel Merge(ApiModel first, ApiModel second)
    {
        // The page with the response table knows the structures; the other one fills the gaps.
        (ApiModel better, ApiModel other) = second.Response is not null && first.Response is null ? (second, first) : (first, second);
        ParameterModel[] missing = [.. other.Parameters.Where(p => !better.Parameters.Any(known => known.Name == p.Name))];
        string[] paths = [.. better.AlternatePaths.Concat(other.AlternatePaths).Append(other.Path).Distinct().Where(path => path != better.Path)];
        return better with
        {
            AlternatePaths = paths.ToEquatableArray(),
            Parameters = better.Parameters.Concat(missing).ToArray().ToEquatableArray(),
            ResponseExample = better.ResponseExample ?? other.ResponseExample,
            RequestExample = better.RequestExample ?? other.RequestExample,
            Wrapper = better.Wrapper ?? other.Wrapper,
            IsAsync = better.IsAsync ?? other.IsAsync,
            Since = better.Since ?? other.Since,
            Response = better.Response ?? other.Response,
        };
    }
}
