using System.Collections.Generic;

namespace ZStack;

// Reports members of a response that do not match their documentation to the observer.
internal static class MemberMismatches
{
    // Reports each member of an API once, regardless of list indexes in its path. A path contains names that the server invents, such as the keys
    // of a map, so it could quote a secret of the request.
    public static void Report(ClientContext context, List<JsonMismatch> mismatches, in ZStackClientEvent response, IReadOnlyList<string>? secrets)
    {
        foreach (JsonMismatch mismatch in mismatches)
        {
            string path = ServerText.Of(context.Redactor.Apply(mismatch.Path, secrets));
            if (context.IsNewMismatch(response.Api, path))
                context.Observer.MemberMismatched(response with { Member = path, Expected = mismatch.Expected });
        }
    }
}
