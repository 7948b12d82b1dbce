// Package approval owns what an approval is over: the words of a text and where each stands, how two texts differ in theirs, their digest,
// and the signature under it.
//
// It refuses to know what a policy is, or who may approve one.
package approval

// Namespace is what a signature under an approval is made for (PROTOCOL.sshsig).
const Namespace = "trustpress-approval"
