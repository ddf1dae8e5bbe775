using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace ZStack;

// Removes parameters, and fields of their structures, from a serialized request.
internal static class RequestMembers
{
    // Returns the parameters that the request contained.
    public static IReadOnlyList<ParameterVersion> Remove(CallBuffers buffers, bool hasBody, List<ParameterVersion> parameters)
    {
        if (hasBody)
        {
            byte[] body = buffers.Body.Written.ToArray();
            buffers.Body.Clear();
            return Filter(body, buffers.Body, buffers.Api!.BodyWrapper, parameters);
        }

        var found = new List<ParameterVersion>();
        foreach (ParameterVersion parameter in parameters)
            if (parameter.Path.Length == 1 && buffers.Url.RemoveParameter(parameter.Name))
                found.Add(parameter);
        return found;
    }

    // Returns the parameters of an object that has all of them as direct members.
    public static IReadOnlyList<ParameterVersion> Remove(ref string json, List<ParameterVersion> parameters)
    {
        using var output = new PooledBuffer();
        List<ParameterVersion> found = Filter(Encoding.UTF8.GetBytes(json), output, null, parameters);
        json = output.ToText();
        return found;
    }

    // A parameter is a member of the wrapper object or of the root object.
    private static List<ParameterVersion> Filter(byte[] json, PooledBuffer output, string? wrapper, List<ParameterVersion> parameters)
    {
        var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        reader.Read();
        var filter = new MemberFilter(json, output);
        filter.CopyObject(ref reader, wrapper, parameters, 0);
        return filter.Found;
    }
}
